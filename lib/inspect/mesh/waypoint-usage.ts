import type { ObjectSet } from './object-set';
import type { Labels } from './selectors';

/** The label by which a Service, or all Services of a namespace, get a waypoint; `none` takes it from a Service, and so does an empty one. */
export const USE_WAYPOINT = 'istio.io/use-waypoint';

export type WaypointUsage = 'some' | 'none' | 'unknown';

/** Whether a Service has a waypoint, as far as the set shows it and its namespace. */
export function waypointUsage(set: ObjectSet, namespace: string, name: string): WaypointUsage {
  return waypointUsageOf(set, { namespace, labels: set.find('Service', namespace, name)?.labels });
}

/** Whether something that has labels in a namespace, a Service or a ServiceEntry, has a waypoint. Without labels it is not shown itself. */
export function waypointUsageOf(set: ObjectSet, { namespace, labels }: { readonly namespace: string; readonly labels?: Labels }): WaypointUsage {
  const home = set.find('Namespace', '', namespace);
  const label = labels?.[USE_WAYPOINT] ?? home?.labels[USE_WAYPOINT];
  if (label !== undefined) {
    return label === 'none' || label === '' ? 'none' : 'some';
  }
  return set.settings.complete || (labels !== undefined && home !== undefined) ? 'none' : 'unknown';
}
