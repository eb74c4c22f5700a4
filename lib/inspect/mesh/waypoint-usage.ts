import type { ObjectSet } from './object-set';

/** The label by which a Service, or all Services of a namespace, get a waypoint; `none` takes it from a Service. */
export const USE_WAYPOINT = 'istio.io/use-waypoint';

/** Whether a Service has a waypoint, as far as the set shows it and its namespace. */
export function waypointUsage(set: ObjectSet, namespace: string, name: string): 'some' | 'none' | 'unknown' {
  const service = set.find('Service', namespace, name);
  const home = set.find('Namespace', '', namespace);
  const label = service?.labels[USE_WAYPOINT] ?? home?.labels[USE_WAYPOINT];
  if (label !== undefined) {
    return label === 'none' ? 'none' : 'some';
  }
  return set.settings.complete || (service !== undefined && home !== undefined) ? 'none' : 'unknown';
}
