import type { Field } from './field';
import { portNumber } from './port-number';
import { isHttp, isTls } from './protocols';
import { Resource } from './resource';
import { isPassedOn, tlsMode } from './tls-mode';

/** A server of a Gateway of Istio. */
export interface GatewayServer {
  readonly gateway: Resource;
  readonly place: Field;
  readonly number: number;
  /** The address as it is written, since istiod compares it so; empty for all. */
  readonly bind: string;
  /** In upper case. */
  readonly protocol: string;
  readonly tls: Field;
  /** As istiod compares them: without `*\/` for all namespaces, and with the own one in place of a dot. */
  readonly hosts: readonly string[];
}

/** The servers of a Gateway, without those whose port cannot be read, of which the schema speaks. */
export const serversOf: (gateway: Resource) => readonly GatewayServer[] = Resource.oncePer(gateway => gateway.spec.at('servers').items().flatMap(place => {
  const number = portNumber(place.at('port', 'number'));
  return number === undefined ? [] : [{
    gateway,
    place,
    number,
    bind: place.at('bind').text ?? '',
    protocol: (place.at('port', 'protocol').text ?? '').toUpperCase(),
    tls: place.at('tls'),
    hosts: comparable(place.at('hosts').texts, gateway.namespace),
  }];
}));

function comparable(hosts: readonly string[], namespace: string): readonly string[] {
  return hosts.includes('*/*') ? ['*'] : hosts.map(host => host.replace(/^\*\//, '').replace(/^\.\//, `${namespace}/`));
}

/** Whether callers speak TLS to it; HTTP with settings for TLS sends them to HTTPS and is plain itself. */
export function isEncrypted({ protocol, tls }: GatewayServer): boolean {
  return tls.isSet && !isHttp(protocol);
}

/** Whether it decrypts HTTPS, and so has a part of the port to itself. */
export function isDecrypting({ protocol, tls }: GatewayServer): boolean {
  return protocol === 'HTTPS' && tls.isSet && !isPassedOn(tlsMode(tls));
}

/** Whether istiod takes a server behind a plain one at the same address: both have to be HTTP. */
export function canStandBehind(plain: GatewayServer, server: GatewayServer): boolean {
  return isHttp(plain.protocol) && isHttp(server.protocol);
}

/** The name that callers send for a host, whatever namespace it is for. */
export function calledName(host: string): string {
  return host.slice(host.indexOf('/') + 1);
}

/** Whether callers speak HTTP to one server and TLS, by its name or its settings, to another behind it. */
export function isTlsBehindHttp(plain: GatewayServer, server: GatewayServer): boolean {
  return isHttp(plain.protocol) && (isTls(server.protocol) || isEncrypted(server));
}

/** What a server is called within its Gateway. */
export function serverName({ place }: GatewayServer): string {
  return `servers[${place.key}]`;
}
