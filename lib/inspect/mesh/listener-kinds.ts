import type { Field } from './field';

/** The routes of the Gateway API that a listener takes, by its protocol; of protocols that are not here nothing is known. */
const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['HTTP', ['HTTPRoute', 'GRPCRoute']],
  ['HTTPS', ['HTTPRoute', 'GRPCRoute']],
  ['TCP', ['TCPRoute']],
  ['TLS', ['TCPRoute', 'TLSRoute']],
  ['UDP', ['UDPRoute']],
]);

/** Those of TLS that is passed on as it comes. Where it is decrypted, releases of Istio differ in whether they take a TLSRoute, too. */
const PASSED_ON = ['TLSRoute'];

/** All kinds of routes that the Gateway API has. */
export const ROUTE_KINDS: readonly string[] = [...new Set([...KINDS.values()].flat())];

/** The kinds of routes that a listener can take; undefined where nobody knows its protocol. */
export function kindsOfListener(listener: Field): readonly string[] | undefined {
  return isPassingOn(listener) ? PASSED_ON : KINDS.get(listener.at('protocol').text ?? '');
}

/** What a listener is called by what it takes: its protocol, and of TLS that it is passed on. */
export function listenerType(listener: Field): string {
  return `${listener.at('protocol').text ?? ''}${isPassingOn(listener) ? ' and mode Passthrough' : ''}`;
}

function isPassingOn(listener: Field): boolean {
  return listener.at('protocol').text === 'TLS' && listener.at('tls', 'mode').text === 'Passthrough';
}

/** The protocols of listeners that take a kind of routes. */
export function protocolsOf(kind: string): readonly string[] {
  return [...KINDS].filter(([, kinds]) => kinds.includes(kind))
    .map(([protocol]) => (protocol === 'TLS' && !PASSED_ON.includes(kind) ? 'TLS with mode Terminate' : protocol));
}
