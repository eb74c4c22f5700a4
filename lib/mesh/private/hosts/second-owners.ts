import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Mesh } from '../../mesh';
import { judgeTogether } from '../judged-together';
import { sameNameProblems } from '../same-names';
import { isInSlot } from '../slot';
import type { ClaimedGateway, ClaimingObject, HostClaim, HostClaims } from './host-claims';
import { covers } from './hostname';

/** A host, of which a construct says what happens to the requests for it. */
interface OwnedHost extends HostClaim {
  readonly owner: IConstruct;
  /** whether the gateway listens for this very hostname, so that rules for all below another hold for it as well */
  readonly isListener?: boolean;
}

/**
 * Makes it an error that an object which nobody made for the owner of a host decides on the requests for it, or has the name of one that was: one of
 * existing YAML, or a generated construct. All such objects are looked for in one walk, so the error is that of the environment, or of the app.
 */
export function refuseSecondOwners(owned: OwnedHost): void {
  judgeTogether(owned.owner, HOSTS, owned, problemsOf);
}

/** For each place that requests come in at, the hosts with an owner. */
type Places = Map<string, Map<string, OwnedHost>>;

const HOSTS = Symbol.for('cdk8s-mesh.OwnedHosts');

function placeOf(gateway?: ClaimedGateway): string {
  return gateway === undefined ? 'inside' : `${gateway.isAttachable ? 'attached to' : 'at'} ${gateway.reference}`;
}

function placesOf(all: readonly OwnedHost[]): Places {
  const places: Places = new Map();
  for (const owned of all) {
    const place = placeOf(owned.gateway);
    const hosts = places.get(place) ?? new Map<string, OwnedHost>();
    places.set(place, hosts.set(owned.host, owned));
  }
  return places;
}

function problemsOf(all: readonly OwnedHost[], objects: readonly ApiObject[]): string[] {
  const places = placesOf(all);
  const owners = new Set(all.map(({ owner }) => owner));
  const meshes = [...new Set([...owners].map(owner => Mesh.of(owner)))];
  const foreign = objects.filter(object => !isInSlot(object));
  return [
    ...meshes.flatMap(mesh => foreign.flatMap(object => secondOwnerProblems(object, mesh, places))),
    ...sameNameProblems(objects, owners),
  ];
}

function secondOwnerProblems(object: ApiObject, { _provider: { hostClaims }, clusterDomain }: Mesh, places: Places): string[] {
  return objectsIn(object, hostClaims).flatMap(({ kind, metadata, spec }) => (
    hostClaims.claimsOf({ kind, metadata, spec }, clusterDomain).flatMap(claim => ownedBy(claim, places)).map(({ owner, host, gateway }) => {
      const [where, reason] = gateway === undefined
        ? ['', 'the mesh does not merge the two']
        : [` at the gateway ${gateway.reference}`, 'the mesh merges the two in the order of their age'];
      return `${object.node.path}: ${kind} "${metadata?.name}" configures the traffic for ${host}${where}, which "${owner.node.path}" owns, and ${reason}. Set it there and leave this object out, or patch the other object.`;
    })
  ));
}

/** The hosts with an owner for which a claim holds as well. */
function ownedBy({ host, gateway }: HostClaim, places: Places): OwnedHost[] {
  const hosts = places.get(placeOf(gateway)) ?? new Map<string, OwnedHost>();
  const same = hosts.get(host);
  const below = host.startsWith('*') ? [...hosts.values()].filter(owned => owned.isListener === true && owned !== same && covers(host, owned.host)) : [];
  return [...same === undefined ? [] : [same], ...below].filter(owned => meet(owned.gateway?.section, gateway?.section));
}

function meet(one?: string, other?: string): boolean {
  return one === undefined || other === undefined || one === other;
}

/** A list stands for what is in it. */
function objectsIn(object: ApiObject, hostClaims: HostClaims): readonly ClaimingObject[] {
  if (object.kind === 'List') {
    return (object.toJson() as { readonly items?: readonly ClaimingObject[] }).items ?? [];
  }
  return hostClaims.concerns(object.apiGroup, object.kind) ? [object.toJson() as ClaimingObject] : [];
}
