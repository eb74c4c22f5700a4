import { IConstruct } from 'constructs';
import { claim, ownerOf } from '../../mesh/private/claim';
import type { WorkloadIntent } from '../../mesh/private/workload-intent';

/** The proxy that requests for some services pass, as others see it. */
export interface ServingWaypoint extends IConstruct {
  readonly waypointName: string;
}

/** Makes a waypoint the one that requests for a service pass. @throws with the path of the one that is that already */
export function claimServed(waypoint: ServingWaypoint, { namespace, service }: WorkloadIntent, place: string): void {
  const first = ownerOf(whole(namespace), waypoint) ?? ownerOf(served(namespace, service), waypoint);
  if (first !== undefined) {
    throw new Error(`${place}: requests for it pass the waypoint "${first.node.path}" already. Set it in one waypoint, and only once.`);
  }
  claim(served(namespace, service), waypoint);
}

/** Makes a waypoint the one that requests for all services of a namespace pass. @throws with both paths when another one is */
export function claimWhole(waypoint: ServingWaypoint, namespace: string): void {
  const first = claim(whole(namespace), waypoint);
  if (first !== waypoint) {
    throw new Error(`${waypoint.node.path}: requests for all services of the namespace "${namespace}" pass the waypoint "${first.node.path}" already. Set it in one waypoint.`);
  }
}

/** Lets others see that there is a waypoint in a namespace. */
export function announceWaypoint(waypoint: ServingWaypoint, namespace: string): void {
  claim(inside(namespace), waypoint);
  claim(SOMEWHERE, waypoint);
}

/** The waypoint that requests for a service pass; undefined: they come straight to its pods. */
export function waypointOf(place: IConstruct, { namespace, service }: WorkloadIntent): ServingWaypoint | undefined {
  return (ownerOf(served(namespace, service), place) ?? wholeWaypoint(place, namespace)) as ServingWaypoint | undefined;
}

/** The waypoint that requests for all services of a namespace pass; undefined: there is none. */
export function wholeWaypoint(place: IConstruct, namespace: string): ServingWaypoint | undefined {
  return ownerOf(whole(namespace), place) as ServingWaypoint | undefined;
}

/** A waypoint in a namespace, or anywhere if none is said; undefined: there is none in the environment. */
export function waypointIn(place: IConstruct, namespace?: string): ServingWaypoint | undefined {
  return ownerOf(namespace === undefined ? SOMEWHERE : inside(namespace), place) as ServingWaypoint | undefined;
}

const SOMEWHERE = 'waypoint';

function inside(namespace: string): string {
  return `waypoint in ${namespace}`;
}

function whole(namespace: string): string {
  return `waypoint of ${namespace}`;
}

function served(namespace: string, service: string | undefined): string {
  return `waypoint of ${namespace}/${service}`;
}
