import type { HttpMethod } from '../../http-method';
import type { PathMatch } from '../../path-match';
import type { AccessRuleIntent } from './access-intent';

/** Requests that need no token, and who is let in there. */
export interface ExemptIntent {
  /** path of the construct */
  readonly place: string;
  readonly paths: readonly PathMatch[];
  readonly methods: readonly HttpMethod[];
  /** those of the pods at which others need one; undefined: all */
  readonly ports?: readonly number[];
  /** undefined: everybody */
  readonly allow?: readonly AccessRuleIntent[];
}

/** What needs no token is not let in by that. Where somebody is let in, and nobody for this, whoever said it meant something else. */
export function exemptProblems({ place, allow = [], methods, paths, ports }: ExemptIntent): string[] {
  const tokenless = allow.filter(({ asked, caller }) => caller.token === undefined && meet(asked.ports, ports));
  const problem = (what: string, option: string, field: string): string => (
    `${place}, requireJwt: ${what} no token, but nobody is let in there without one, so it is still refused. Use access.allowFrom(Caller.anyone(), { ${option} }), or leave out ${field}.`
  );
  const shut = paths.filter(({ path }) => !tokenless.some(({ asked }) => asked.paths?.some(allowed => allowed._takes(path)) ?? true));
  const closed = methods.filter(method => !tokenless.some(({ asked }) => asked.methods?.includes(method) ?? true));
  return allow.length === 0 ? [] : [
    ...shut.map(({ path }) => problem(`"${path}" needs`, `paths: [PathMatch.exact("${path}")]`, 'exemptPaths')).sort(),
    ...closed.map(method => problem('preflights need', `methods: [HttpMethod.${method}]`, 'exemptPreflights')),
  ];
}

/** Whether some ports have one in common; undefined: all. */
function meet(some?: readonly number[], others?: readonly number[]): boolean {
  return some === undefined || others === undefined || some.some(port => others.includes(port));
}
