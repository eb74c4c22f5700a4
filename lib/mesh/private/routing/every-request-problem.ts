import type { Conditions } from './conditions';
import { withoutPort } from './ruled-port';
import { takesEvery } from './takes-every';

/** Requests of which alternatives leave nothing. */
export interface Whole {
  /** undefined: whichever port they come to */
  readonly port?: number;
}

/** Of which requests alternatives leave nothing: of all, or of all that come to one of the ports that they ask for. */
export function wholeOf(alternatives: readonly Conditions[]): Whole | undefined {
  const ports = [...new Set(alternatives.map(({ port }) => port))];
  return ports.map(port => ({ port })).find(({ port }) => (
    takesEvery(alternatives.filter(({ port: asked = port }) => asked === port).map(withoutPort))
  ));
}

/** Verbs that say what is done with some requests, and how to say it of all. */
const REPAIRS: Readonly<Record<RouteVerb, string>> = {
  injectFault: 'Narrow the match, by a header such as Match.header("x-chaos-test", "true")',
  leaveTo: 'Narrow the match, or expose what the team renders at a gateway by its hostname: RouteDelegate.fromName(...).exposeVia(gateway, {...})',
  redirect: 'Narrow the match, or redirect a whole hostname of a gateway: gateway.redirect("shop.example.com", {...})',
  respond: 'Narrow the match, or answer for a whole hostname of a gateway: gateway.respond("shop.example.com", {...})',
  route: 'Narrow the match, or use sendTo for the remaining requests',
};

export type RouteVerb = 'injectFault' | 'leaveTo' | 'redirect' | 'respond' | 'route';

/** What is wrong with a route that leaves nothing for the rest. */
export function everyRequestProblem(verb: RouteVerb, { port }: Whole): string {
  if (port === undefined) {
    return `matches every request, so nothing is left for the other routes. ${REPAIRS[verb]}.`;
  }
  const repair = verb === 'route' ? `Narrow the match, or use traffic.onPort(${port}).sendTo(...)` : REPAIRS[verb];
  return `matches every request at port ${port}, so nothing is left for the other routes there. ${repair}.`;
}
