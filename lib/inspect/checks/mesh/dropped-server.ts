import { isDeepStrictEqual } from 'node:util';
import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { defineCheck, Problem } from '../check';
import { isHttp, isTls } from '../webhook/primitives/ports';
import { meshRule } from './mesh-rule';

const droppedServer = meshRule(
  'MESH101', 'error', ['dropped-server', 'A server of a Gateway is dropped or refused, since an earlier one of the same Gateway has its host, or its port.'],
);

/** Servers of a Gateway that istiod or Envoy does not take beside one that comes before them. Of those of other Gateways IST0145 speaks. */
export const droppedServerCheck = defineCheck({
  rules: [droppedServer],
  kinds: [ISTIO_GATEWAY],
  * judge({ spec, namespace }) {
    const servers = spec.at('servers').items();
    const ports = new Map<string, Port>();
    for (const server of servers.length < 2 ? [] : servers.map(place => serverOf(place, namespace))) {
      const port = ports.get(server.port);
      if (port === undefined) {
        ports.set(server.port, portOf(server));
      } else {
        const { problem, isKept } = beside(port, server);
        yield* problem === undefined ? [] : [problem];
        if (isKept) {
          add(port, server);
        }
      }
    }
  },
});

interface Server {
  readonly place: Field;
  /** Its number and its address. */
  readonly port: string;
  readonly number: number;
  readonly protocol: string;
  readonly tls: Field;
  /** As istiod compares them: without `*\/` for all namespaces, and with the own one in place of a dot. */
  readonly hosts: readonly string[];
}

function serverOf(place: Field, namespace: string): Server {
  const number = place.at('port', 'number').number ?? 0;
  return {
    place,
    port: `${number} ${place.at('bind').text ?? ''}`,
    number,
    protocol: (place.at('port', 'protocol').text ?? '').toUpperCase(),
    tls: place.at('tls'),
    hosts: comparable(place.at('hosts').texts, namespace),
  };
}

function comparable(hosts: readonly string[], namespace: string): readonly string[] {
  return hosts.includes('*/*') ? ['*'] : hosts.map(host => host.replace(/^\*\//, '').replace(/^\.\//, `${namespace}/`));
}

/** What a port of a Gateway serves, of the servers that were taken. */
interface Port {
  readonly first: Server;
  /** The servers with settings for TLS, among which also plain ones that send to HTTPS are, by their hosts. */
  readonly byHost: Map<string, Server>;
  /** Those that decrypt HTTPS, by the names that callers send. */
  readonly byName: Map<string, Server>;
}

function portOf(first: Server): Port {
  const port = { first, byHost: new Map<string, Server>(), byName: new Map<string, Server>() };
  add(port, first);
  return port;
}

function add({ byHost, byName }: Port, server: Server): void {
  for (const host of server.tls.isSet ? server.hosts : []) {
    byHost.set(host, server);
  }
  for (const host of isDecrypting(server) ? server.hosts : []) {
    byName.set(nameOf(host), server);
  }
}

interface Outcome {
  readonly problem?: Problem;
  readonly isKept: boolean;
}

function beside(port: Port, server: Server): Outcome {
  const twice = server.tls.isSet ? server.hosts.filter(host => port.byHost.has(host)) : [];
  if (twice.length > 0) {
    return { problem: sameHost(port, server, twice), isKept: false };
  }
  if (!isTls(port.first.protocol) && !canMerge(port.first, server)) {
    return { problem: takenPort(port.first, server), isKept: false };
  }
  return { problem: sameName(port, server), isKept: true };
}

/** The settings for TLS are those of the one that is taken; where these are the same and no other host is lost, nobody misses the server. */
function sameHost({ byHost }: Port, server: Server, twice: readonly string[]): Problem | undefined {
  const others = server.hosts.filter(host => !byHost.has(host));
  const isMissed = others.length > 0 || twice.some(host => !isSame(byHost.get(host)!, server));
  return isMissed ? {
    rule: droppedServer,
    path: server.place.at('hosts').path,
    message: `${nameIn(byHost.get(twice[0])!)} has ${listed(twice)} on port ${server.number} already, so that istiod drops this server${others.length === 0 ? ' and its settings' : `, with ${listed(others)}`}`,
    repair: 'name each host of a port in one server',
  } : undefined;
}

function isSame(one: Server, other: Server): boolean {
  return one.protocol === other.protocol && isDeepStrictEqual(one.tls.value, other.tls.value);
}

/** Plain servers share a port where all of them are HTTP. Of TLS beside HTTP another rule speaks. */
function canMerge(first: Server, server: Server): boolean {
  return isHttp(first.protocol) && isHttp(server.protocol);
}

function takenPort(first: Server, server: Server): Problem | undefined {
  const isMissed = first.protocol !== server.protocol || (!first.hosts.includes('*') && server.hosts.some(host => !first.hosts.includes(host)));
  return isMissed && !(isHttp(first.protocol) && isTls(server.protocol)) ? {
    rule: droppedServer,
    path: server.place.at('port').path,
    message: `${nameIn(first)} takes port ${server.number} for ${first.protocol}, and istiod drops this server: only servers of HTTP share a port without TLS`,
    repair: first.protocol === server.protocol ? 'give it another port, or its hosts to that server' : 'give it another port',
  } : undefined;
}

/** A host of one namespace and that of another are two for istiod; Envoy chooses by the name alone. */
function sameName({ byName }: Port, server: Server): Problem | undefined {
  const host = isDecrypting(server) ? server.hosts.find(one => byName.has(nameOf(one))) : undefined;
  return host === undefined ? undefined : {
    rule: droppedServer,
    path: server.place.at('hosts').path,
    message: `${nameIn(byName.get(nameOf(host))!)} has ${nameOf(host)} on port ${server.number} too, for other namespaces: callers send the same name to both, and Envoy refuses the whole port`,
    repair: 'write both hosts into one server',
  };
}

function isDecrypting({ protocol, tls }: Server): boolean {
  return protocol === 'HTTPS' && tls.isSet && !['PASSTHROUGH', 'AUTO_PASSTHROUGH'].includes(tls.at('mode').text ?? 'PASSTHROUGH');
}

function nameOf(host: string): string {
  return host.slice(host.indexOf('/') + 1);
}

function nameIn({ place }: Server): string {
  return `servers[${place.key}]`;
}
