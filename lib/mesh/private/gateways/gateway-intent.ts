import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { IssuerKind } from '../../issuer-kind';
import type { TlsVersion } from '../../tls-version';
import type { DestinationIntent, HostRulesIntent, RuleIntent } from '../intent';
import type { Ordered } from '../routing/route-order';
import type { AttachedProvider } from './attached-intent';

// What gateways have been told, as plain data.

/** TLS that ends at the gateway, with the certificate of a Secret in the namespace of its pods. */
export interface EndedTlsIntent {
  /** mutual: clients have to show a certificate, too */
  readonly mode: 'simple' | 'mutual';
  readonly secret: string;
  readonly minVersion: TlsVersion;
}

/** TLS that the gateway passes on unread, by the name that the client asks for; automatically: to the service of that name. */
export interface PassedTlsIntent {
  readonly mode: 'passthrough' | 'auto-passthrough';
}

/** Mutual TLS that ends at the gateway, with certificates of the mesh: only callers of the mesh come in. */
export interface MeshTlsIntent {
  readonly mode: 'mesh';
}

export type GatewayTlsIntent = EndedTlsIntent | PassedTlsIntent | MeshTlsIntent;

/** A port at which a gateway listens. */
export interface ListenerIntent {
  readonly name: string;
  readonly port: number;
  readonly hostnames: readonly string[];
  /** undefined: plain HTTP */
  readonly tls?: GatewayTlsIntent;
  /** of plain HTTP: every request is answered with the same address on HTTPS */
  readonly redirects: boolean;
}

/** Where requests come in from outside. */
export interface GatewayIntent {
  /** labels of the pods that do the work */
  readonly podLabels: Readonly<Record<string, string>>;
  readonly listeners: readonly ListenerIntent[];
}

/** What a gateway does with some of the requests for a hostname. No alternatives: with all that nothing else takes. */
export interface GatewayRoute extends Ordered {
  readonly hostname: string;
  /** the host that is exposed; undefined: requests are left to another team */
  readonly host?: string;
  /** where connections go whose requests nobody reads; undefined: it is a route of requests */
  readonly connections?: () => readonly DestinationIntent[];
  /** makes each version of the service a host of its own, for routes that send to whole hosts alone */
  readonly divide?: () => void;
  /** what the service does with requests, the last rule with all that no other has taken */
  readonly rules: () => readonly RuleIntent[];
}

/** Who signs a certificate. */
export interface IssuerIntent {
  readonly name: string;
  readonly kind: IssuerKind;
}

/** A certificate that somebody in the cluster gets, renews, and writes to a Secret. */
export interface CertificateIntent {
  /** where the Secret is wanted */
  readonly namespace: string;
  readonly secret: string;
  readonly hostnames: readonly string[];
  readonly issuer: IssuerIntent;
}

/** What a mesh product makes of gateways. */
export interface GatewayProvider {
  readonly attached: AttachedProvider;
  gateway(place: Construct, name: string, intent: GatewayIntent): ApiObject;
  /** for those who come in by a gateway, or whom its rules leave to others */
  gatewayRules(place: Construct, name: string, intent: () => HostRulesIntent): ApiObject;
  /** by which requests leave the mesh */
  egressGateway(place: Construct, name: string, intent: () => GatewayIntent): ApiObject;
  certificate(place: Construct, intent: CertificateIntent): ApiObject;
}
