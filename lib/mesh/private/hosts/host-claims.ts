/** The fields of an object that tell which hosts it is about. */
export interface ClaimingObject {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
  readonly spec?: unknown;
}

/** How one sees which hosts an object of a mesh product speaks for, whoever wrote it. */
export interface HostClaims {
  /** whether such objects can be of a kind at all; others are not even rendered to be asked */
  concerns(group: string, kind: string): boolean;
  /** full names of the hosts whose requests from inside of the mesh it decides on */
  hostsOf(object: ClaimingObject, clusterDomain: string): readonly string[];
}
