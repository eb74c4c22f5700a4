import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Mesh } from '../../mesh';
import { boundaryOf } from '../boundary';
import { isInSlot } from '../slot';
import type { ClaimingObject, HostClaims } from './host-claims';

/**
 * Makes it an error that an object which nobody made for the owner of a host decides on the requests for it: one of existing YAML, or a generated
 * construct. All such objects are looked for in one walk, so the error is that of the environment, or of the app.
 */
export function refuseSecondOwners(owner: IConstruct, host: string): void {
  const boundary: IConstruct & { [HOSTS]?: Map<string, IConstruct> } = boundaryOf(owner);
  if (boundary[HOSTS] === undefined) {
    const owners = boundary[HOSTS] = new Map<string, IConstruct>();
    boundary.node.addValidation({ validate: () => secondOwners(boundary, owners) });
  }
  boundary[HOSTS].set(host, owner);
}

const HOSTS = Symbol.for('cdk8s-mesh.OwnedHosts');

function secondOwners(boundary: IConstruct, owners: ReadonlyMap<string, IConstruct>): string[] {
  const meshes = [...new Set([...owners.values()].map(owner => Mesh.of(owner)))];
  const foreign = boundary.node.findAll().filter(ApiObject.isApiObject).filter(object => !isInSlot(object) && boundaryOf(object) === boundary);
  return meshes.flatMap(mesh => foreign.flatMap(object => claimsOf(object, mesh).filter(({ host }) => owners.has(host)).map(({ host, claiming }) => (
    `${object.node.path}: ${claiming.kind} "${claiming.metadata?.name}" says what happens to the requests for ${host}, which "${owners.get(host)!.node.path}" owns, and the mesh does not add the two up. Say it there and leave this object out, or patch the one that is there.`
  ))));
}

interface Claim {
  readonly host: string;
  readonly claiming: ClaimingObject;
}

function claimsOf(object: ApiObject, { _provider: { hostClaims }, clusterDomain }: Mesh): Claim[] {
  return objectsIn(object, hostClaims).flatMap(claiming => hostClaims.hostsOf(claiming, clusterDomain).map(host => ({ host, claiming })));
}

/** A list stands for what is in it. */
function objectsIn(object: ApiObject, hostClaims: HostClaims): readonly ClaimingObject[] {
  if (object.kind === 'List') {
    return (object.toJson() as { readonly items?: readonly ClaimingObject[] }).items ?? [];
  }
  return hostClaims.concerns(object.apiGroup, object.kind) ? [object.toJson() as ClaimingObject] : [];
}
