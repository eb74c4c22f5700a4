import type { HttpMethod } from '../../http-method';
import type { MutualTls } from '../../mutual-tls';
import type { PathMatch } from '../../path-match';
import type { WorkloadIntent } from '../workload-intent';
import type { CallerIntent, JwtIssuerIntent } from './caller-intent';

/** What becomes of requests that one of the rules is about. */
export type AccessAction =
  /** these, and no others */
  | 'allow'
  /** not these, whoever else allows them */
  | 'deny'
  /** they are noted */
  | 'audit'
  /** somebody outside of the mesh is asked */
  | { readonly ask: string };

/** Rules of one kind for some pods. */
export interface AccessPolicyIntent {
  readonly pods: WorkloadIntent;
  readonly action: AccessAction;
  /** none: no request fits */
  readonly rules: readonly AccessRuleIntent[];
}

/** Requests of somebody, for something. */
export interface AccessRuleIntent {
  readonly caller: CallerIntent;
  /** issuers whose tokens the request lacks; undefined: that does not count */
  readonly lacks?: readonly string[];
  readonly asked: AskedIntent;
}

/** What is asked for. All that is said holds. */
export interface AskedIntent {
  readonly hosts?: readonly string[];
  readonly methods?: readonly HttpMethod[];
  readonly paths?: readonly PathMatch[];
  /** those of the pods */
  readonly ports?: readonly number[];
  readonly exceptMethods?: readonly HttpMethod[];
  readonly exceptPaths?: readonly PathMatch[];
}

/** Whose tokens are read. */
export interface TokensIntent {
  readonly pods: WorkloadIntent;
  readonly issuers: readonly JwtIssuerIntent[];
}

/** Which connections pods take. */
export interface ConnectionSafetyIntent {
  readonly pods: WorkloadIntent;
  readonly mode?: MutualTls;
  /** by port of the pods */
  readonly ports: ReadonlyMap<number, MutualTls>;
}
