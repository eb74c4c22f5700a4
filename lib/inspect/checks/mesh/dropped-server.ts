import { isDeepStrictEqual } from 'node:util';
import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { portNumber } from '../../mesh/port-number';
import { defineCheck, Problem } from '../check';
import { isHttp, isTls } from '../webhook/primitives/ports';
import { meshRule } from './mesh-rule';

const droppedServer = meshRule(
  'MESH101', 'error', ['dropped-server', 'A server of a Gateway is dropped or refused, since an earlier one of the same Gateway has its host, or its port.'],
);

/**
 * Servers of a Gateway that istiod or Envoy does not take beside one that comes before them. Of those of other Gateways IST0145 speaks, and of
 * HTTP beside TLS MESH069.
 */
export const droppedServerCheck = defineCheck({
  rules: [droppedServer],
  kinds: [ISTIO_GATEWAY],
  * judge({ spec, namespace }) {
    const places = spec.at('servers').items();
    const servers = places.length < 2 ? [] : places.map(place => serverOf(place, namespace)).filter(server => server !== undefined);
    const ports = new Map<number, Port>();
    for (const server of servers) {
      const port = ports.get(server.number);
      if (port === undefined) {
        ports.set(server.number, portOf(server));
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
  readonly number: number;
  /** The address; empty for all. */
  readonly bind: string;
  readonly protocol: string;
  readonly tls: Field;
  /** As istiod compares them: without `*\/` for all namespaces, and with the own one in place of a dot. */
  readonly hosts: readonly string[];
}

/** Undefined for one whose port cannot be read, of which the schema speaks. */
function serverOf(place: Field, namespace: string): Server | undefined {
  const number = portNumber(place.at('port', 'number'));
  return number === undefined ? undefined : {
    place,
    number,
    bind: place.at('bind').text ?? '',
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
  /** It decides on whether the port is one with TLS, whatever comes behind it. */
  readonly first: Server;
  readonly hostsOfFirst: ReadonlySet<string>;
  /** The addresses of those behind the first. */
  readonly addresses: Set<string>;
  /** The servers with settings for TLS, among which also plain ones that send to HTTPS are, by address and host. */
  readonly byHost: Map<string, Server>;
  /** Those that decrypt HTTPS, by address and the names that callers send. */
  readonly byName: Map<string, Server>;
}

function portOf(first: Server): Port {
  const port: Port = { first, hostsOfFirst: new Set(first.hosts), addresses: new Set(), byHost: new Map(), byName: new Map() };
  add(port, first);
  return port;
}

function add({ byHost, byName }: Port, server: Server): void {
  for (const host of server.tls.isSet ? server.hosts : []) {
    byHost.set(at(server, host), server);
  }
  for (const host of isDecrypting(server) ? server.hosts : []) {
    byName.set(at(server, nameOf(host)), server);
  }
}

function at({ bind }: Server, host: string): string {
  return `${bind} ${host}`;
}

interface Outcome {
  readonly problem?: Problem;
  readonly isKept: boolean;
}

function beside(port: Port, server: Server): Outcome {
  const twice = server.tls.isSet ? server.hosts.filter(host => port.byHost.has(at(server, host))) : [];
  if (twice.length > 0) {
    return { problem: sameHost(port, server, twice), isKept: false };
  }
  const isTaken = isTaking(port, server);
  port.addresses.add(server.bind);
  return isTaken ? { problem: takenPort(port, server), isKept: false } : { problem: sameName(port, server), isKept: true };
}

/**
 * As istiod merges servers of a port: behind a plain one at the same address come others of HTTP alone, whatever they speak; behind one with TLS
 * one without is dropped where another server behind the first has its address.
 */
function isTaking({ first, addresses }: Port, server: Server): boolean {
  const isWithTls = first.tls.isSet && !isHttp(first.protocol);
  return isWithTls ? !server.tls.isSet && addresses.has(server.bind) : first.bind === server.bind && !canMerge(first, server);
}

/** The settings for TLS are those of the one that is taken; where these are the same and no other host is lost, nobody misses the server. */
function sameHost({ byHost }: Port, server: Server, twice: readonly string[]): Problem | undefined {
  const others = server.hosts.filter(host => !byHost.has(at(server, host)));
  const isMissed = others.length > 0 || twice.some(host => !isSame(byHost.get(at(server, host))!, server));
  return isMissed ? {
    rule: droppedServer,
    path: server.place.at('hosts').path,
    message: `${nameIn(byHost.get(at(server, twice[0]))!)} has ${listed(twice)} on port ${server.number} already, so that istiod drops this server${others.length === 0 ? ' and its settings' : `, with ${listed(others)}`}`,
    repair: 'name each host of a port in one server',
  } : undefined;
}

function isSame(one: Server, other: Server): boolean {
  return one.protocol === other.protocol && isDeepStrictEqual(one.tls.value, other.tls.value);
}

/** Plain servers share a port where all of them are HTTP. */
function canMerge(first: Server, server: Server): boolean {
  return isHttp(first.protocol) && isHttp(server.protocol);
}

/** Where both serve the same, nobody misses the one that is dropped. */
function takenPort({ first, hostsOfFirst }: Port, server: Server): Problem | undefined {
  const isMissed = first.protocol !== server.protocol || (!hostsOfFirst.has('*') && server.hosts.some(host => !hostsOfFirst.has(host)));
  return isMissed && !isHttpBesideTls(first, server) ? {
    rule: droppedServer,
    path: server.place.at('port').path,
    message: `${nameIn(first)} takes port ${server.number} for ${first.protocol}, and istiod drops this server: only servers of HTTP share a port without TLS`,
    repair: first.protocol === server.protocol ? 'give it another port, or its hosts to that server' : 'give it another port',
  } : undefined;
}

function isHttpBesideTls({ protocol: one }: Server, { protocol: other }: Server): boolean {
  return (isHttp(one) && isTls(other)) || (isTls(one) && isHttp(other));
}

/** A host of one namespace and that of another are two for istiod; Envoy chooses by the name alone. */
function sameName({ byName }: Port, server: Server): Problem | undefined {
  const host = isDecrypting(server) ? server.hosts.find(one => byName.has(at(server, nameOf(one)))) : undefined;
  return host === undefined ? undefined : {
    rule: droppedServer,
    path: server.place.at('hosts').path,
    message: `${nameIn(byName.get(at(server, nameOf(host)))!)} has ${nameOf(host)} on port ${server.number} too, for other namespaces: callers send the same name to both, and Envoy refuses the whole port`,
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
