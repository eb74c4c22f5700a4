import { Duration } from 'cdk8s';
import type { ConnectionLimits } from '../connection-limits';
import type { Percent } from '../percent';

/** How connections are made and shared, as plain data. What nothing is said of is absent, and left to the mesh. */
export interface TrafficPolicyIntent {
  readonly balancing?: BalancingIntent;
  readonly ejection?: EjectionIntent;
  readonly limits?: ConnectionLimits;
  readonly tls?: TlsIntent;
}

/** What decides which instance gets a request. */
export type BalancingIntent =
  | { readonly by: 'least-request' | 'passthrough' | 'random' | 'round-robin' | 'source-address' }
  | { readonly by: 'header' | 'query'; readonly name: string }
  | { readonly by: 'cookie'; readonly name: string; readonly path: string; readonly ttl: Duration };

/** When an instance that fails is left out, and for how long. */
export interface EjectionIntent {
  readonly baseEjectionTime: Duration;
  readonly consecutive5xxErrors: number;
  readonly consecutiveGatewayErrors?: number;
  readonly interval: Duration;
  readonly maxEjection: Percent;
  readonly minHealth?: Percent;
}

/** How connections are encrypted, whatever the mesh finds out by itself. */
export type TlsIntent =
  | { readonly mode: 'disabled' | 'mesh' }
  | ({ readonly mode: 'simple' } & ServerCheckIntent)
  | ({ readonly mode: 'mutual'; readonly clientCertificate: string; readonly privateKey: string } & ServerCheckIntent);

/** How a server proves who it is. */
export interface ServerCheckIntent {
  readonly caCertificates?: string;
  readonly sni?: string;
  readonly subjectAltNames?: readonly string[];
}
