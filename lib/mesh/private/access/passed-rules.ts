import type { HttpMethod } from '../../http-method';
import type { AccessRuleIntent, AskedIntent } from './access-intent';
import type { CallerIntent, JwtIssuerIntent } from './caller-intent';
import { callerCovers } from './rule-covers';

/** Who may call a service that sends requests on. */
export interface PassingIntent {
  /** path of the construct */
  readonly place: string;
  /** whether nothing says who may call, so that everybody may */
  readonly isOpen: boolean;
  readonly allow: readonly AccessRuleIntent[];
  readonly deny: readonly AccessRuleIntent[];
  /** issuers one of whose tokens is asked for */
  readonly required: readonly JwtIssuerIntent[];
  /** for which no token is asked for */
  readonly exemptMethods: readonly HttpMethod[];
  /** whether something comes to it that the mesh does not see as requests, of which no token is asked for */
  readonly takesConnections: boolean;
  /** who is asked about each request */
  readonly asks?: string;
}

/**
 * Rules for those who come with the requests that a service sends on: who is let in there, brings the tokens that are required, and is not denied.
 * What was asked of the service may be rewritten, but for methods.
 *
 * @param connectionPorts ports of the pods that the mesh sees no requests at
 */
export function passedRules(sender: PassingIntent, connectionPorts: readonly number[]): AccessRuleIntent[] {
  const callers = sender.allow.map(({ caller }) => caller).filter(caller => !isDenied(caller, sender));
  if (sender.required.length === 0) {
    return callers.map(caller => ({ caller, asked: {} }));
  }
  const { exemptMethods: methods, takesConnections } = sender;
  const exempt: AskedIntent[] = [
    ...methods.length === 0 ? [] : [{ methods }],
    ...takesConnections && connectionPorts.length > 0 ? [{ ports: connectionPorts }] : [],
  ];
  return callers.flatMap(caller => [
    ...withTokens(caller, sender.required).map(proven => ({ caller: proven, asked: {} })),
    ...exempt.map(asked => ({ caller, asked })),
  ]);
}

/** Whether a caller is denied for everything. */
export function isDenied(caller: CallerIntent, { deny }: PassingIntent): boolean {
  return deny.some(({ asked, caller: denied }) => Object.values(asked).every(said => said === undefined) && callerCovers(denied, caller));
}

function withTokens(caller: CallerIntent, required: readonly JwtIssuerIntent[]): CallerIntent[] {
  const { token } = caller;
  if (token === undefined) {
    return required.map(issuer => ({ ...caller, token: { issuer, claims: [] } }));
  }
  return required.some(({ issuer }) => issuer === token.issuer.issuer) ? [caller] : [];
}
