/** The fields of an object that tell which hosts it is about. */
export interface ClaimingObject {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
  readonly spec?: unknown;
}

/** A gateway, as rules name it. */
export interface ClaimedGateway {
  /** `namespace/name` */
  readonly reference: string;
  /** whether rules attach themselves to it: it is one of the Kubernetes Gateway API, and another than one that is only called so */
  readonly isAttachable: boolean;
  /** the only listener that is meant; undefined: all */
  readonly section?: string;
}

/** A host that something decides on the requests for. */
export interface HostClaim {
  /** its full name; `*`, or `*.example.com`: all below one */
  readonly host: string;
  /** where the requests come in; undefined: they are from inside of the mesh */
  readonly gateway?: ClaimedGateway;
}

/** How one sees which hosts an object of a mesh product speaks for, whoever wrote it. */
export interface HostClaims {
  /** whether such objects can be of a kind at all; others are not even rendered to be asked */
  concerns(group: string, kind: string): boolean;
  claimsOf(object: ClaimingObject, clusterDomain: string): readonly HostClaim[];
}
