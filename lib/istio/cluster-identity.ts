/** What a cluster is called among those of one mesh. With one or two of the three, clusters do not find each other. */
export interface ClusterIdentity {
  /** The name of the mesh, the same in all of its clusters: `mesh1`. */
  readonly meshId: string;
  /** The name of this cluster, in which no other is called so. */
  readonly clusterName: string;
  /** The network of its pods. Pods of one network reach each other directly, those of another by a gateway. */
  readonly network: string;
}
