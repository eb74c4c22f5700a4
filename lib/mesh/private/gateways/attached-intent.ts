import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { RuleIntent } from '../intent';
import type { GatewayTlsIntent } from './gateway-intent';

// What gateways have been told to which routes attach themselves, as plain data: those of the Kubernetes Gateway API.

/** A port at which such a gateway listens for one hostname. */
export interface SectionIntent {
  readonly name: string;
  readonly port: number;
  /** `*`: any */
  readonly hostname: string;
  /** undefined: plain HTTP */
  readonly tls?: GatewayTlsIntent;
  /** whether routes of every namespace may attach themselves; of its own they always may */
  readonly isOpen: boolean;
}

/** A gateway whose pods the mesh runs. */
export interface AttachableIntent {
  readonly gatewayClass: string;
  readonly sections: readonly SectionIntent[];
}

/** A gateway, as routes call it. */
export interface ParentIntent {
  readonly name: string;
  readonly namespace: string;
  /** undefined: every section that serves the hostname */
  readonly sections?: readonly string[];
}

/** The answer to plain HTTP: the same address on HTTPS. */
export interface UpgradeIntent {
  readonly parent: ParentIntent;
}

/** All rules for one hostname, in the order in which they are to be tried. */
export interface AttachedRulesIntent {
  readonly parent: ParentIntent;
  /** that of the routes */
  readonly namespace: string;
  /** `*`: any that the gateway serves */
  readonly hostname: string;
  readonly rules: readonly RuleIntent[];
  /** other namespaces whose Services they may name */
  readonly grantedNamespaces: readonly string[];
}

/** Lets routes of one namespace name Services of another. */
export interface GrantIntent {
  /** that of the routes */
  readonly from: string;
  readonly services: readonly string[];
}

/** What a mesh product makes of gateways to which routes attach themselves. */
export interface AttachedProvider {
  gateway(place: Construct, name: string, intent: AttachableIntent): ApiObject;
  upgrade(place: Construct, name: string, intent: UpgradeIntent): ApiObject;
  rules(place: Construct, name: string, intent: () => AttachedRulesIntent): ApiObject;
  /** @param namespace that of the Services */
  grant(place: Construct, name: string, namespace: string, intent: () => GrantIntent): ApiObject;
}
