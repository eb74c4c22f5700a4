import { Duration } from 'cdk8s';
import type { ConnectionLimits } from '../../connection-limits';
import type { Percent } from '../../percent';
import type { WarmUp } from '../../warm-up';

/** How connections are made and shared, as plain data. What nothing is said of is absent, and left to the mesh. */
export interface TrafficPolicyIntent {
  readonly balancing?: BalancingIntent;
  readonly ejection?: EjectionIntent;
  readonly limits?: ConnectionLimits;
  readonly locality?: LocalityIntent;
  readonly tls?: TlsIntent;
}

/** What decides which instance gets a request. */
export type BalancingIntent =
  | { readonly by: 'passthrough' | 'random' }
  | { readonly by: 'least-request' | 'round-robin'; readonly warmUp?: WarmUp }
  | HashIntent;

/** What is hashed, and how. */
export type HashIntent = { readonly algorithm?: HashAlgorithmIntent } & (
  | { readonly by: 'source-address' }
  | { readonly by: 'header' | 'query'; readonly name: string }
  | { readonly by: 'cookie'; readonly name: string; readonly path: string; readonly ttl: Duration }
);

/** How a hash finds its instance. */
export type HashAlgorithmIntent =
  | { readonly kind: 'maglev'; readonly tableSize: number }
  | { readonly kind: 'ring'; readonly minimumSize: number };

/** What counts that instances run in regions and zones. */
export type LocalityIntent =
  | DistributeIntent
  | { readonly kind: 'failover'; readonly regions: Readonly<Record<string, string>> }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'labels'; readonly labels: readonly string[] };

/** Shares of a hundred, by where callers are. */
export interface DistributeIntent {
  readonly kind: 'distribute';
  readonly shares: ReadonlyArray<{ readonly from: string; readonly to: Readonly<Record<string, number>> }>;
}

/** When an instance that fails is left out, and for how long. */
export interface EjectionIntent {
  readonly baseEjectionTime: Duration;
  readonly consecutive5xxErrors: number;
  readonly consecutiveGatewayErrors?: number;
  readonly consecutiveLocalOriginFailures?: number;
  readonly interval: Duration;
  readonly maxEjection: Percent;
  readonly minHealth?: Percent;
}

/** How connections are encrypted, whatever the mesh finds out by itself. */
export type TlsIntent =
  | { readonly mode: 'disabled' }
  | { readonly mode: 'mesh'; readonly sni?: string }
  | ({ readonly mode: 'simple' } & ServerCheckIntent)
  | ({ readonly mode: 'mutual'; readonly clientCertificate: string; readonly privateKey: string } & ServerCheckIntent);

/** How a server proves who it is. */
export interface ServerCheckIntent {
  readonly caCertificates?: string;
  readonly sni?: string;
  readonly subjectAltNames?: readonly string[];
}
