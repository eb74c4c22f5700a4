import type { Field } from '../../mesh/field';
import { GATEWAY_CLASS } from '../../mesh/gateway-classes';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { SERVICE_ENTRY } from '../../mesh/istio-kinds';
import { clustersOf, ObjectSet } from '../../mesh/object-set';
import { runsInSet } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { SERVICE_POLICIES, targetedServices } from '../../mesh/targeted-services';
import { USE_WAYPOINT } from '../../mesh/waypoint-usage';
import {
  servesNamespace, showsWaypointsOf, USE_WAYPOINT_NAMESPACE, WAYPOINT_FOR, waypointNamed, WaypointName, waypointNamesIn, waypointsCalled,
  waypointsOfServices, waypointTraffic,
} from '../../mesh/waypoints';
import { WORKLOAD_KINDS, workloadOf } from '../../mesh/workloads';
import { nameMeant, nearlySpelled } from '../../nearest';
import { defineCheck, Judgement, Problem } from '../check';
import { meshRule } from './mesh-rule';

const rules = {
  unknown: meshRule('MESH113', 'warning', ['unknown-waypoint', 'A label names a waypoint that does not exist.']),
  refused: meshRule('MESH113', 'warning', ['waypoint-not-allowed', 'A label names a waypoint that serves other namespaces only.']),
  passedBy: meshRule('MESH113', 'warning', ['waypoint-passed-by', 'A label names a waypoint that does not handle this kind of traffic.']),
  value: meshRule('MESH113', 'error', ['waypoint-for', 'A waypoint declares its traffic type with a value unknown to istiod.']),
};

const WORKLOAD_ENTRY = 'networking.istio.io/WorkloadEntry';

/** Labels that lead to a waypoint, and that of the waypoint itself. Where there is none at all, other checks ask whether one is needed. */
export const unknownWaypointCheck = defineCheck({
  rules: Object.values(rules),
  kinds: ['Namespace', 'Service', SERVICE_ENTRY, WORKLOAD_ENTRY, ...WORKLOAD_KINDS, KUBERNETES_GATEWAY, GATEWAY_CLASS],
  fields: [USE_WAYPOINT, WAYPOINT_FOR],
  reads: SERVICE_POLICIES,
  judge: (resource, { set }) => ([KUBERNETES_GATEWAY, GATEWAY_CLASS].includes(resource.kind) ? judgeTraffic(resource) : judgeUse(set, resource)),
});

/** A label that names a waypoint. */
interface Use {
  readonly resource: Resource;
  readonly place: Field;
  /** The namespace of what the waypoint is for. */
  readonly home: string;
  readonly named: WaypointName;
}

function* judgeUse(set: ObjectSet, resource: Resource): Judgement {
  const isWorkload = WORKLOAD_KINDS.includes(resource.kind);
  const place = isWorkload ? workloadOf(resource).pod.at('metadata', 'labels') : resource.root.at('metadata', 'labels');
  const home = resource.kind === 'Namespace' ? resource.name : resource.namespace;
  // What istiod makes for waypoints themselves uses none.
  if (place.at('gateway.istio.io/managed').isSet || (isWorkload && !runsInSet(set, resource))) {
    return;
  }
  const named = waypointNamed(place.textMap, home);
  if (named === undefined) {
    yield* nameless(resource, place.at(USE_WAYPOINT));
    return;
  }
  const use = { resource, place: place.at(USE_WAYPOINT), home, named };
  const waypoint = set.find(KUBERNETES_GATEWAY, named.namespace, named.name);
  if (waypoint !== undefined) {
    yield* judgeWaypoint(set, use, waypoint);
  } else if (!clustersOf(set).some(cluster => cluster.knows(KUBERNETES_GATEWAY, named.namespace, named.name))) {
    yield showsWaypointsOf(set, named.namespace)
      ? problem(set, use, { rule: rules.unknown, message: `waypoint ${fullName(named)} is not in the input`, repair: unknownRepair(set, named) })
      : { undecided: rules.unknown, unknown: `Gateway ${fullName(named)}` };
  }
}

/** istiod takes an empty label for a waypoint without a name, which comes before that of the namespace. */
function* nameless({ kind }: Resource, { text, path }: Field): Judgement {
  if (text === '') {
    yield {
      rule: rules.unknown,
      path,
      message: `the label is empty, so no waypoint is used${kind === 'Namespace' ? '' : ', not even that of the namespace'}`,
      repair: 'name the waypoint, or write none for no waypoint',
    };
  }
}

function* judgeWaypoint(set: ObjectSet, use: Use, waypoint: Resource): Judgement {
  const traffic = waypointTraffic(set, waypoint);
  const wanted = wantedTraffic(set, use);
  if (servesNamespace(set, waypoint, use.home) === false) {
    yield problem(set, use, {
      rule: rules.refused,
      message: `the waypoint ${waypoint.fullName} does not serve namespace ${use.home}`,
      repair: 'allow the namespace in allowedRoutes of its HBONE listener, or name another waypoint',
    });
  } else if (wanted !== undefined && TRAFFIC.includes(traffic ?? '') && traffic !== wanted && traffic !== 'all') {
    yield problem(set, use, {
      rule: rules.passedBy,
      message: `the waypoint ${waypoint.fullName} is for ${traffic === 'none' ? 'nothing' : `what is sent to ${RECEIVERS[traffic!]}`}, not for what is sent to ${RECEIVERS[wanted]}`,
      repair: `label that Gateway with ${WAYPOINT_FOR}: ${wanted}, or all`,
    });
  }
}

const TRAFFIC = ['service', 'workload', 'all', 'none'];

const RECEIVERS: Readonly<Record<string, string>> = { service: 'Services', workload: 'pods' };

/**
 * What the waypoint has to take for the label to mean something; undefined where nobody knows. A namespace speaks for its Services and for its pods.
 * Pods often have the labels of their Service, and do without where that uses the same waypoint.
 */
function wantedTraffic(set: ObjectSet, use: Use): 'service' | 'workload' | undefined {
  switch (use.resource.kind) {
    case 'Service': case SERVICE_ENTRY: return 'service';
    case 'Namespace': return guarded(set, use) === undefined ? undefined : 'service';
    default: return waypointsOfServices(set).has(fullName(use.named)) ? undefined : 'workload';
  }
}

/** A problem at the label; an error where policies depend on it. */
function problem(set: ObjectSet, use: Use, { message, ...said }: Pick<Problem, 'rule' | 'message' | 'repair'>): Problem {
  const service = guarded(set, use);
  return service === undefined
    ? { ...said, path: use.place.path, message: `${message}, so no traffic goes through it` }
    : { ...said, path: use.place.path, severity: 'error', message: `${message}, so the policies for Service ${use.home}/${service} are not enforced` };
}

/** A Service to which a policy is bound that this waypoint would enforce. */
function guarded(set: ObjectSet, { resource, home }: Use): string | undefined {
  const names = targetedServices(set, home);
  switch (resource.kind) {
    case 'Service': return names.has(resource.name) ? resource.name : undefined;
    case 'Namespace': return [...names].find(name => isWithoutLabel(set, home, name));
    default: return undefined;
  }
}

/** Of a Service that is not there MESH116 speaks. */
function isWithoutLabel(set: ObjectSet, namespace: string, name: string): boolean {
  const service = set.find('Service', namespace, name);
  return service === undefined ? clustersOf(set).some(cluster => cluster.knows('Service', namespace, name)) : service.labels[USE_WAYPOINT] === undefined;
}

function unknownRepair(set: ObjectSet, { namespace, name }: WaypointName): string {
  const near = nameMeant(name, waypointNamesIn(set, namespace));
  if (near !== undefined) {
    return `did you mean "${near}"?`;
  }
  const elsewhere = waypointsCalled(set, name);
  return elsewhere.length === 1
    ? `set its namespace with ${USE_WAYPOINT_NAMESPACE}: ${elsewhere[0].namespace}`
    : `correct the name, add the Gateway, or pass --assume 'Gateway ${namespace}/${name}' if it is created elsewhere`;
}

function fullName({ namespace, name }: WaypointName): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}

function* judgeTraffic({ labels, root }: Resource): Judgement {
  const { [WAYPOINT_FOR]: value } = labels;
  if (value !== undefined && !TRAFFIC.includes(value)) {
    yield {
      rule: rules.value,
      path: root.at('metadata', 'labels', WAYPOINT_FOR).path,
      message: `invalid value ${WAYPOINT_FOR}=${value}: istiod sends no traffic through the waypoint`,
      expected: TRAFFIC.join(', '),
      repair: nearlySpelled(value, TRAFFIC, 1).map(near => `did you mean "${near}"?`).at(0),
    };
  }
}
