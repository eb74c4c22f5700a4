import { byAge, olderOf } from '../../mesh/age';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { calledName, canStandBehind, GatewayServer, isDecrypting, isEncrypted, isTlsBehindHttp, serverName, serversOf } from '../../mesh/gateway-servers';
import { MergedServer, mergedServers } from '../../mesh/merged-servers';
import type { ObjectSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { podsSelected } from '../../mesh/pods';
import { isHttp } from '../../mesh/protocols';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { firstHoldsPort } from '../../mesh/shared-port';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const mixedGatewayPort = meshRule('MESH069', 'warning', ['mixed-gateway-port', 'Servers of different protocols share a port of the same gateway, which drops some of them.']);

/** Servers that a gateway drops, since a plain server of another protocol has their port, and those beside which Envoy refuses the port. */
export const mixedGatewayPortCheck = defineCheck({
  rules: [mixedGatewayPort],
  kinds: [ISTIO_GATEWAY],
  reads: WORKLOAD_KINDS,
  * judge(gateway, { set, istioRelease }) {
    for (const merged of mergedServers(gateway, istioRelease)) {
      const message = saidOf(merged, set, istioRelease);
      yield* message === undefined ? [] : [{
        rule: mixedGatewayPort,
        path: merged.server.place.at('port', 'protocol').path,
        message,
        repair: 'give one of them a different port',
      }];
    }
  },
});

/** Where it is dropped or refused within its own Gateway for something else, MESH101 says so. */
function saidOf({ server, conflict, rival }: MergedServer, set: ObjectSet, release: string): string | undefined {
  if (conflict === 'port' && isTlsBehindHttp(rival!, server)) {
    return `${serverName(rival!)} uses port ${server.number} for ${rival!.protocol}, and istiod drops this server`;
  }
  if (conflict === 'behindTls') {
    return `port ${server.number} is used by servers with TLS, and istiod up to 1.28.0 drops this one in favor of ${serverName(rival!)}`;
  }
  const plain = conflict === undefined ? plainBeside(server, set, release) : undefined;
  return plain === undefined || plain.protocol === server.protocol || canStandBehind(plain, server) ? undefined : saidBeside(server, plain, release);
}

function saidBeside(server: GatewayServer, plain: GatewayServer, release: string): string | undefined {
  const older = isInTheWay(plain, server, release) ? olderOf(server.gateway, plain.gateway) : server.gateway;
  const place = plain.gateway === server.gateway ? serverName(plain) : `Gateway ${plain.gateway.fullName}`;
  const start = `port ${server.number} of these pods serves ${plain.protocol} through ${place}`;
  const isRefused = isHttp(plain.protocol) && isForAll(server);
  if (older === server.gateway) {
    return isRefused ? `${start} as well, and Envoy rejects the whole port, since this server is for all hosts` : undefined;
  }
  if (older !== undefined) {
    return `${start}, which is older, so istiod drops this server`;
  }
  return isEncrypted(server)
    ? `${start}, and istiod drops this server if that one is older${isRefused ? '; if not, Envoy rejects the whole port, since this server is for all hosts' : ''}`
    : `${start}, and istiod drops the newer one`;
}

/** Whether a plain server can be in the way of another that comes later: one of the same Gateway that could be is its rival already. */
function isInTheWay(plain: GatewayServer, server: GatewayServer, release: string): boolean {
  const isOther = plain.gateway !== server.gateway && plain.bind === server.bind;
  return isOther && (!firstHoldsPort(release) || serversOf(plain.gateway).find(({ number }) => number === plain.number) === plain);
}

/** Whether it takes all callers of its port, as plain HTTP does: Envoy cannot tell the two apart. */
function isForAll(server: GatewayServer): boolean {
  return isDecrypting(server) && server.hosts.some(host => calledName(host) === '*');
}

/** The plain server of the oldest Gateway at a port and an address of one of the pods. */
function plainBeside(server: GatewayServer, set: ObjectSet, release: string): GatewayServer | undefined {
  const byKey = plainServers(set, release, () => plainByKey(set, release));
  const plain = keysOf(set, server).map(key => byKey.get(key)).filter(found => found !== undefined);
  return plain.sort((one, other) => byAge(one.gateway, other.gateway)).at(0);
}

const plainServers = perKey<ReadonlyMap<string, GatewayServer>>();

function plainByKey(set: ObjectSet, release: string): ReadonlyMap<string, GatewayServer> {
  const taken = set.of(ISTIO_GATEWAY).flatMap(gateway => mergedServers(gateway, release)).filter(({ conflict }) => conflict === undefined);
  const plain = taken.map(({ server }) => server).filter(server => !isEncrypted(server));
  const first = new Map<string, GatewayServer>();
  for (const server of plain.sort((one, other) => byAge(one.gateway, other.gateway))) {
    keysOf(set, server).filter(key => !first.has(key)).forEach(key => first.set(key, server));
  }
  return first;
}

/** The port and the address, at each of the pods. */
function keysOf(set: ObjectSet, { gateway, number, bind }: GatewayServer): readonly string[] {
  return podsOfGateway(set, gateway).map(pod => `${pod} ${bind === '' ? EVERYWHERE : bind} ${number}`);
}

const EVERYWHERE = '0.0.0.0';

/** The pods that a Gateway selects, those with the same labels once; where it selects all, or none that is shown, the selector stands for them. */
function podsOfGateway(set: ObjectSet, { spec }: Resource): readonly string[] {
  const selector = spec.at('selector').textMap;
  return podsByLabels(set, selectorText(selector), () => {
    const pods = (Object.keys(selector).length === 0 ? [] : podsSelected(set, selector)).map(({ namespace, labels }) => `${namespace}/${selectorText(labels)}`);
    return pods.length === 0 ? [selectorText(selector)] : [...new Set(pods)];
  });
}

const podsByLabels = perKey<readonly string[]>();
