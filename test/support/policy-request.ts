import { isMet, Rule, RuleText } from './policy-rule';
import { applies, connectionsOf } from './policy-scope';
import { PolicyToken, tokenAt } from './policy-token';

/** The proxy that a request arrives at: that of a pod, or of a gateway. */
export interface PolicyTarget {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** of the pod */
  readonly port: number;
  /** whether the proxy sees requests at this port */
  readonly protocol: 'http' | 'tcp';
  /** whether the mesh has paths read with `DECODE_AND_MERGE_SLASHES`, as ours does */
  readonly decodesPaths?: boolean;
  /** whose connections are as its servers say, so that no PeerAuthentication is about them */
  readonly isGateway?: boolean;
}

/** A request, or of TCP a connection, as it arrives. */
export interface PolicyRequest {
  /** whom mutual TLS proves: `cluster.local/ns/shop/sa/web`; undefined: plain text */
  readonly peer?: string;
  readonly ip: string;
  /** as the proxies before tell; that of the connection where nothing is said */
  readonly clientIp?: string;
  readonly method: string;
  /** the text of the header `Host`, with the port if that was written */
  readonly host: string;
  /** as the client wrote it */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: PolicyToken;
  /** who would let it pass if he was asked, by the name of the provider */
  readonly passes?: Readonly<Record<string, boolean>>;
}

/** What becomes of it. */
export interface PolicyAnswer {
  readonly answer: 'allowed' | 'no connection' | 401 | 403;
  /** the rule that decides, as Istio names it; undefined: none does */
  readonly by?: string;
}

/**
 * Who gets in, told by what Istio says of its policies, and without a line of the library. What it does not know of it is an error. Of the order of
 * things: connections, tokens, CUSTOM, DENY, ALLOW. Waypoints and what is said of them are not told.
 *
 * @param objects rendered ones, of which those are read that are policies; the root namespace is istio-system
 */
export function answerTo(objects: readonly any[], target: PolicyTarget, request: PolicyRequest): PolicyAnswer {
  const mode = target.isGateway === true ? 'PERMISSIVE' : connectionsOf(objects, target);
  if (mode === 'STRICT' && request.peer === undefined) {
    return { answer: 'no connection' };
  }
  const bound = objects.filter(object => applies(object, target));
  const seesRequests = target.protocol === 'http';
  const read = seesRequests ? tokenAt(bound, request.token) : {};
  if (read.refusal !== undefined) {
    return { answer: read.refusal };
  }
  const arrived: PolicyRequest = { ...request, peer: mode === 'DISABLE' ? undefined : request.peer, token: read.token };
  const fitting = (action: string): RuleText[] => rulesOf(bound, action).filter(({ rule }) => isMet(rule, { action, target, request: arrived }));
  return asked(fitting('CUSTOM'), { request, seesRequests }) ?? denied(fitting('DENY')) ?? allowed(fitting('ALLOW'), bound);
}

/** All providers are asked, as since Istio 1.30; one that is not known lets nobody pass, and of connections none is asked. */
function asked(
  rules: readonly RuleText[], { request, seesRequests }: { readonly request: PolicyRequest; readonly seesRequests: boolean },
): PolicyAnswer | undefined {
  const refusing = rules.find(({ provider }) => {
    const passes = request.passes?.[provider!];
    return passes === undefined || (seesRequests && !passes);
  });
  return refusing && { answer: 403, by: refusing.name };
}

function denied(rules: readonly RuleText[]): PolicyAnswer | undefined {
  return rules.length === 0 ? undefined : { answer: 403, by: rules[0].name };
}

function allowed(rules: readonly RuleText[], bound: readonly any[]): PolicyAnswer {
  if (rules.length > 0) {
    return { answer: 'allowed', by: rules[0].name };
  }
  return { answer: policiesOf(bound, 'ALLOW').length === 0 ? 'allowed' : 403 };
}

function policiesOf(bound: readonly any[], action: string): any[] {
  return bound.filter(({ kind, spec }) => kind === 'AuthorizationPolicy' && (spec?.action ?? 'ALLOW') === action);
}

/** Those of all policies of an action, by name, since the first that fits is the one that is noted. */
function rulesOf(bound: readonly any[], action: string): RuleText[] {
  const rules = policiesOf(bound, action).flatMap(({ metadata: { name, namespace }, spec }) => (
    ((spec?.rules ?? []) as Rule[]).map((rule, number) => ({ name: `ns[${namespace}]-policy[${name}]-rule[${number}]`, provider: spec.provider?.name, rule }))
  ));
  return rules.sort((a, b) => a.name < b.name ? -1 : 1);
}
