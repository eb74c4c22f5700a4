/** What kind of thing issues a certificate. */
export enum IssuerKind {
  /** One for all namespaces. */
  CLUSTER_ISSUER = 'ClusterIssuer',
  /** One for the namespace of the certificate alone. */
  ISSUER = 'Issuer',
}
