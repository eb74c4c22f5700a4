import { call, Code, literal, mapping } from '../code/code';
import { Block, NotLifted, wholly } from './block';
import { durationWord, literalWord, percentWord, unlessUsual } from './words';

/** A call of a verb: its name and what it is told. */
export type Verb = readonly [verb: string, ...args: readonly Code[]];

/** What a `trafficPolicy` says, as verbs of a policy. @throws NotLifted */
export function policyWords(policy: Block): Verb[] {
  return wholly(policy, () => [
    ...verb('loadBalance', policy.block('loadBalancer'), balancing),
    ...verb('limitConnections', policy.block('connectionPool'), limits),
    ...verb('ejectOutliers', policy.block('outlierDetection'), ejection),
    ...verb('clientTls', policy.block('tls'), clientTls),
  ]);
}

function verb(name: string, block: Block | undefined, read: (block: Block) => Code | undefined): Verb[] {
  if (block === undefined) {
    return [];
  }
  const said = wholly(block, read);
  return [said === undefined ? [name] : [name, said]];
}

function balancing(block: Block): Code {
  const simple = block.text('simple');
  const hash = block.block('consistentHash');
  if (simple !== undefined) {
    const factory = SIMPLE.get(simple);
    if (factory === undefined) {
      throw new NotLifted(`no construct supports ${block.path}.simple: ${simple}`);
    }
    return call(`LoadBalancing.${factory}`);
  }
  if (hash === undefined) {
    throw new NotLifted(`no construct supports ${block.path}`);
  }
  return wholly(hash, hashing);
}

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['LEAST_REQUEST', 'leastRequest'], ['PASSTHROUGH', 'passthrough'], ['RANDOM', 'random'], ['ROUND_ROBIN', 'roundRobin'],
]);

function hashing(block: Block): Code {
  const header = block.text('httpHeaderName');
  const query = block.text('httpQueryParameterName');
  const cookie = block.block('httpCookie');
  if (header !== undefined) {
    return call('LoadBalancing.hashHeader', literal(header));
  }
  if (query !== undefined) {
    return call('LoadBalancing.hashQuery', literal(query));
  }
  return cookie === undefined ? sourceIp(block) : wholly(cookie, hashCookie);
}

function sourceIp(block: Block): Code {
  if (block.boolean('useSourceIp') !== true) {
    throw new NotLifted(`no construct supports ${block.path}`);
  }
  return call('LoadBalancing.hashSourceIp');
}

function hashCookie(cookie: Block): Code {
  const name = cookie.text('name') ?? '';
  const ttl = unlessUsual(cookie.text('ttl'), '0s');
  const options = mapping([['path', literalWord(unlessUsual(cookie.text('path'), '/'))], ['ttl', durationWord(ttl, `${cookie.path}.ttl`)]]);
  return call('LoadBalancing.hashCookie', literal(name), ...(options.entries.length === 0 ? [] : [options]));
}

function limits(pool: Block): Code {
  const { http, tcp } = { http: pool.block('http'), tcp: pool.block('tcp') };
  const said = [...(tcp === undefined ? [] : wholly(tcp, tcpLimits)), ...(http === undefined ? [] : wholly(http, httpLimits))];
  return mapping(said);
}

type Entry = readonly [string, Code | undefined];

function tcpLimits(tcp: Block): Entry[] {
  const keepalive = tcp.block('tcpKeepalive');
  return [
    ['maxConnections', literalWord(tcp.number('maxConnections'))],
    ['connectTimeout', duration(tcp, 'connectTimeout')],
    ['maxConnectionDuration', duration(tcp, 'maxConnectionDuration')],
    ['keepalive', keepalive && wholly(keepalive, block => mapping([
      ['after', duration(block, 'time')], ['interval', duration(block, 'interval')], ['probes', literalWord(block.number('probes'))],
    ]))],
  ];
}

function httpLimits(http: Block): Entry[] {
  const upgrade = http.text('h2UpgradePolicy');
  return [
    ['maxPendingRequests', literalWord(http.number('http1MaxPendingRequests'))],
    ['maxRequests', literalWord(http.number('http2MaxRequests'))],
    ['maxRequestsPerConnection', literalWord(http.number('maxRequestsPerConnection'))],
    ['maxRetries', literalWord(http.number('maxRetries'))],
    ['maxConcurrentStreams', literalWord(http.number('maxConcurrentStreams'))],
    ['idleTimeout', duration(http, 'idleTimeout')],
    ['upgradeToHttp2', upgrade === undefined ? undefined : literal(upgrade === 'UPGRADE')],
  ];
}

function duration(block: Block, key: string): Code | undefined {
  return durationWord(block.text(key), `${block.path}.${key}`);
}

function ejection(block: Block): Code | undefined {
  block.take('splitExternalLocalOriginErrors');
  const said = mapping([
    ['consecutive5xxErrors', literalWord(unlessUsual(block.number('consecutive5xxErrors'), 5))],
    ['consecutiveGatewayErrors', literalWord(block.number('consecutiveGatewayErrors'))],
    ['consecutiveLocalOriginFailures', literalWord(block.number('consecutiveLocalOriginFailures'))],
    ['interval', durationWord(unlessUsual(block.text('interval'), '30s'), `${block.path}.interval`)],
    ['baseEjectionTime', durationWord(unlessUsual(block.text('baseEjectionTime'), '30s'), `${block.path}.baseEjectionTime`)],
    ['maxEjection', percentWord(unlessUsual(block.number('maxEjectionPercent'), 50))],
    ['minHealth', percentWord(block.number('minHealthPercent'))],
  ]);
  return said.entries.length === 0 ? undefined : said;
}

function clientTls(tls: Block): Code {
  const mode = tls.text('mode');
  if (mode !== 'DISABLE' && mode !== 'ISTIO_MUTUAL') {
    throw new NotLifted(`no construct supports ${tls.path}.mode: ${mode}`);
  }
  return call(mode === 'DISABLE' ? 'ClientTls.disabled' : 'ClientTls.mutualByMesh');
}
