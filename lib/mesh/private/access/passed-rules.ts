import type { HttpMethod } from '../../http-method';
import type { PortIntent } from '../hosts/service-ports';
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
  /** of the others those at which no token is asked for, while it is elsewhere */
  readonly tokenless: readonly PortIntent[];
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
  const tokenless = sender.tokenless.map(({ targetPort }) => targetPort);
  // Who is let in only where no token is asked for brings none.
  const withTokens = sender.allow.filter(({ asked: { ports } }) => ports?.every(port => tokenless.includes(port)) !== true);
  const callers = withTokens.map(({ caller }) => caller).filter(caller => !isDenied(caller, sender));
  if (sender.required.length === 0) {
    return callers.map(caller => ({ caller, asked: {} }));
  }
  const { exemptMethods: methods, takesConnections } = sender;
  const exempt: AskedIntent[] = [
    ...methods.length === 0 ? [] : [{ methods }],
    ...takesConnections && connectionPorts.length > 0 ? [{ ports: connectionPorts }] : [],
  ];
  return callers.flatMap(caller => [
    ...proven(caller, sender.required).map(bearer => ({ caller: bearer, asked: {} })),
    ...exempt.map(asked => ({ caller, asked })),
  ]);
}

/** Whether a caller is denied for everything. */
export function isDenied(caller: CallerIntent, { deny }: PassingIntent): boolean {
  return deny.some(({ asked, caller: denied }) => Object.values(asked).every(said => said === undefined) && callerCovers(denied, caller));
}

function proven(caller: CallerIntent, required: readonly JwtIssuerIntent[]): CallerIntent[] {
  const { token } = caller;
  if (token === undefined) {
    return required.map(issuer => ({ ...caller, token: { issuer, claims: [] } }));
  }
  return required.some(({ issuer }) => issuer === token.issuer.issuer) ? [caller] : [];
}
