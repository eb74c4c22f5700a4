import type { SecretValue } from 'cdk8s-plus-28';
import type { ICaller } from '../../../mesh/caller';
import type { ServerAddress } from '../../server-address';

/** Who may look at Kiali. */
export interface KialiAuthIntent {
  readonly strategy: 'anonymous' | 'token' | 'openid';
  readonly signingKey?: SecretValue;
  readonly clientSecret?: SecretValue;
  /** as Kiali reads it */
  readonly openid?: Readonly<Record<string, unknown>>;
}

/** Where Kiali takes traces from. */
export interface KialiTracingIntent {
  readonly provider: 'jaeger' | 'tempo';
  readonly address: ServerAddress;
  readonly overGrpc: boolean;
  readonly externalUrl?: string;
}

/** A Grafana to whose dashboards Kiali leads. */
export interface KialiGrafanaIntent {
  /** where people open it */
  readonly url: string;
  /** where Kiali asks which dashboards there are; undefined: where people open it */
  readonly address?: ServerAddress;
  readonly token?: SecretValue;
}

/** What a Kiali is told, whoever runs it. */
export interface KialiIntent {
  readonly auth: KialiAuthIntent;
  /** who asks the others, and is let in there */
  readonly caller: ICaller;
  /** after which its operator names what it makes */
  readonly name: string;
  readonly namespace: string;
  readonly rootNamespace: string;
  readonly clusterDomain: string;
  readonly webRoot: string;
  /** whether it asks istiod and proxies, for which it has to forward ports of pods */
  readonly proxyStatus: boolean;
  readonly prometheus: ServerAddress;
  readonly tracing?: KialiTracingIntent;
  readonly grafana?: KialiGrafanaIntent;
}
