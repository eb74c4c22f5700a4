/** Some pods, as policies find them. */
export interface WorkloadIntent {
  readonly namespace: string;
  /** those of the pods; undefined: it is a gateway that policies name */
  readonly podLabels?: Readonly<Record<string, string>>;
  /** name of a gateway of the Kubernetes Gateway API, whose pods the mesh runs */
  readonly gateway?: string;
}
