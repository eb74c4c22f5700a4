import type { AppProtocol } from '../../app-protocol';
import type { SeenHostIntent } from '../access/callee-intent';

/** Where a proxy sends what comes in to the pod, if not to the address that it came to. */
export interface InboundEndpointIntent {
  readonly at: 'loopback' | 'pod-address';
  readonly port: number;
}

/** What a proxy does with what comes in at a port of the pod. */
export interface InboundIntent {
  readonly port: number;
  readonly name: string;
  readonly protocol: AppProtocol;
  readonly endpoint?: InboundEndpointIntent;
}

/** What the proxies beside some pods do, differently from all others. */
export interface ProxiesIntent {
  readonly podLabels: Readonly<Record<string, string>>;
  /** every port of the pods that the mesh sees, or none */
  readonly inbound: readonly InboundIntent[];
  /** the only hosts that they know; undefined: they know all */
  readonly outbound?: readonly SeenHostIntent[];
  /** namespace of the control plane, all of whose hosts they know */
  readonly rootNamespace: string;
}
