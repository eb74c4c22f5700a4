import type { Field } from './field';

/** The routes of the Gateway API that a listener takes, by its protocol; of protocols that are not here nothing is known. */
const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['HTTP', ['HTTPRoute', 'GRPCRoute']],
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
  ['TCP', ['TCPRoute']],
  ['TLS', ['TCPRoute', 'TLSRoute']],
  ['UDP', ['UDPRoute']],
]);

/** All kinds of routes that the Gateway API has. */
export const ROUTE_KINDS: readonly string[] = [...new Set([...KINDS.values()].flat())];

/** The kinds of routes that a listener can take; undefined where nobody knows its protocol. */
export function kindsOfListener(listener: Field): readonly string[] | undefined {
  return KINDS.get(listener.at('protocol').text ?? '');
}

/** The protocols of listeners that take a kind of routes. */
export function protocolsOf(kind: string): readonly string[] {
  return [...KINDS].filter(([, kinds]) => kinds.includes(kind)).map(([protocol]) => protocol);
}
