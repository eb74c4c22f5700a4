import type { PortIntent } from './hosts/service-ports';

/** Some pods, as policies find them. */
export interface WorkloadIntent {
  readonly namespace: string;
  /** those of the pods; undefined: it is a gateway that policies name */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** name of their Service; where no labels are said, policies name that instead of the pods */
  readonly service?: string;
  /** name of a gateway of the Kubernetes Gateway API, whose pods the mesh runs */
  readonly gateway?: string;
  /** those of a service; undefined: the pods are a gateway, and take what comes from outside */
  readonly ports?: readonly PortIntent[];
}
