import type { PortIntent } from '../hosts/service-ports';
import { layerOf } from '../routing/layer';
import type { AccessRuleIntent } from './access-intent';
import { provesItself } from './proof-problems';
import type { ExemptRequests } from './token-rules';

/** Tokens that are asked for at all ports, and who is let in where. */
export interface UntoldPortsIntent {
  /** path of the construct */
  readonly place: string;
  readonly ports: readonly PortIntent[];
  readonly allow: readonly AccessRuleIntent[];
  /** those of the pods that are said to take plain text, each by itself */
  readonly plain: readonly number[];
  readonly free: ExemptRequests;
}

/**
 * A port of plain text for all who come, such as one for metrics, where a token is asked for as well: whoever scrapes brings none, and is refused.
 * Somebody may mean that, so that ports have to be said.
 */
export function untoldPortProblems({ place, ports, allow, plain, free }: UntoldPortsIntent): string[] {
  const seen = ports.filter(({ protocol }) => layerOf(protocol) === 'requests');
  const others = seen.filter(({ targetPort }) => !plain.includes(targetPort)).map(({ port }) => port);
  const shut = allow.filter(rule => isForPlain(rule, plain) && !isFree(rule, free)).flatMap(({ asked }) => asked.ports!);
  const meant = seen.filter(({ targetPort }) => shut.includes(targetPort)).map(({ port }) => port);
  return others.length === 0 || meant.length === 0 ? [] : [
    `${place}, requireJwt: a token is needed at every port, also at ${meant.join(', ')}, which accepts plain text, and where some callers are let in without a token. Set the ports that need one: { ports: [${others.join(', ')}] }, or with ${meant.join(', ')} if callers there bring one.`,
  ];
}

function isForPlain({ asked: { ports }, caller }: AccessRuleIntent, plain: readonly number[]): boolean {
  return ports?.every(port => plain.includes(port)) === true && caller.token === undefined && !provesItself(caller);
}

/** Whether some of what is let in needs no token. */
function isFree({ asked }: AccessRuleIntent, { methods, paths }: ExemptRequests): boolean {
  return paths.some(({ path }) => asked.paths?.some(allowed => allowed._takes(path)) ?? true)
    || methods.some(method => asked.methods?.includes(method) ?? true);
}
