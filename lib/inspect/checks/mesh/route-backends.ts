import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { serviceHost } from '../../mesh/hosts';
import type { ObjectSet } from '../../mesh/object-set';
import { mayHaveOtherObjects } from '../../mesh/pod-makers';
import { portNumber } from '../../mesh/port-number';
import { groupRepair, isGranted, REFERENCE_GRANT } from '../../mesh/reference-grants';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { RouteService, routeService } from '../../mesh/route-services';
import { servicesIn } from '../../mesh/services-by-name';
import { nameMeant } from '../../nearest';
import { CheckContext, defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

export const routeBackend = meshRule('MESH079', 'error', ['route-backend', 'A Gateway API route or an Ingress sends requests to no backend, or to one where they fail.']);

const ROUTES = ['HTTPRoute', 'GRPCRoute'].map(kind => `gateway.networking.k8s.io/${kind}`);

/** What tells whether a backend is there. */
export const BACKEND_READS: readonly string[] = ['Service', 'flagger.app/Canary'];

/** Backends that are not there, that may not be used, or that get nothing. */
export const routeBackendsCheck = defineCheck({
  rules: [routeBackend],
  kinds: ROUTES,
  reads: [...BACKEND_READS, REFERENCE_GRANT],
  * judge(route, context) {
    for (const rule of route.spec.at('rules').items()) {
      const backends = rule.at('backendRefs');
      if (!backends.isFilled && !rule.at('filters').items().some(answers)) {
        yield { rule: routeBackend, path: rule.path, message: 'the rule has no backends, so its requests fail', repair: 'name a backend, or redirect the requests' };
      }
      if (backends.isFilled && backends.items().every(backend => backend.at('weight').value === 0)) {
        yield { rule: routeBackend, path: backends.path, message: 'all backends have weight 0, so every request fails with 500', repair: 'give one of them a weight above 0' };
      }
      for (const backend of backends.items()) {
        yield* judgeBackend(context, route, backend);
      }
    }
  },
});

/** Whether a filter may answer by itself: a redirect does, also one whose type is wrong, of which others speak, and what others have made may. */
function answers(filter: Field): boolean {
  return ['RequestRedirect', 'ExtensionRef'].includes(filter.at('type').text ?? '') || filter.at('requestRedirect').isSet;
}

function* judgeBackend(context: CheckContext, route: Resource, backend: Field): Judgement {
  const { set } = context;
  const named = routeService(backend, route.namespace);
  if (named === undefined) {
    return;
  }
  const service = set.find('Service', named.namespace, named.name);
  if (service === undefined) {
    yield* noService(context, named, [backend.at('name'), 'its share of the requests fails with 500']);
  } else {
    yield* judgePort(backend.at('port'), service);
    yield* judgeGrant(set, route, [backend, service]);
  }
}

/** What is said of a Service that the set does not show, and of what comes of that: nothing where somebody else makes it. */
export function noService({ set, schemas }: CheckContext, { namespace, name }: RouteService, [{ path }, outcome]: PlaceAndOutcome): Judgement {
  if (set.knows('Service', namespace, name) || isOfFlagger(set, serviceHost(set, name, namespace))) {
    return [];
  }
  const near = nameMeant(name, servicesIn(set, namespace));
  return [isRepresented(set, namespace) && !mayHaveOtherObjects(set, schemas, namespace) ? {
    rule: routeBackend,
    path,
    message: `Service ${namespace}/${name} is not in the input; without it, ${outcome}`,
    repair: near === undefined ? 'correct the name, or add the Service' : `did you mean "${near}"?`,
  } : { undecided: routeBackend, unknown: `namespace ${namespace}` }];
}

type PlaceAndOutcome = readonly [place: Field, outcome: string];

function* judgePort({ number, path }: Field, { spec, fullName }: Resource): Judgement {
  const ports = spec.at('ports').items().map(one => portNumber(one.at('port')));
  if (number !== undefined && ports.length > 0 && !ports.includes(number) && !ports.includes(undefined)) {
    yield { rule: routeBackend, path, message: `Service ${fullName} has no port ${number}; it has ${listed(ports.map(String), 10)}`, repair: 'name a port of the Service' };
  }
}

function* judgeGrant(set: ObjectSet, route: Resource, [backend, service]: readonly [backend: Field, service: Resource]): Judgement {
  const from = { kind: route.reference.kind, namespace: route.namespace };
  const to = { kind: 'Service', namespace: service.namespace, name: service.name };
  if (!isGranted(set, from, to)) {
    yield {
      rule: routeBackend,
      path: backend.at('namespace').path,
      message: `no ReferenceGrant in ${service.namespace} allows routes in ${route.namespace} to use its Services`,
      repair: groupRepair(set, from, to) ?? `add a ReferenceGrant to ${service.namespace}`,
    };
  }
}
