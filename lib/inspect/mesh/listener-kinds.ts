import type { Field } from './field';

/** The routes of the Gateway API that a listener takes, by its protocol; of protocols that are not here nothing is known. */
const KINDS: Readonly<Record<string, readonly string[] | undefined>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TCP: ['TCPRoute'],
  TLS: ['TCPRoute', 'TLSRoute'],
  UDP: ['UDPRoute'],
};

/** All kinds of routes that the Gateway API has. */
export const ROUTE_KINDS: readonly string[] = [...new Set(Object.values(KINDS).flatMap(kinds => kinds ?? []))];

/** The kinds of routes that a listener can take; undefined where nobody knows its protocol. */
export function kindsOfListener(listener: Field): readonly string[] | undefined {
  return KINDS[listener.at('protocol').text ?? ''];
}
