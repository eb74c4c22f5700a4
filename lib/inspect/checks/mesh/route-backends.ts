import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { serviceHost } from '../../mesh/hosts';
import type { ObjectSet } from '../../mesh/object-set';
import { portNumber } from '../../mesh/port-number';
import { groupRepair, isGranted, REFERENCE_GRANT } from '../../mesh/reference-grants';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { routeService } from '../../mesh/route-services';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const routeBackend = meshRule('MESH079', 'error', ['route-backend', 'A route of the Gateway API sends requests nowhere, or where they end with 500.']);

const ROUTES = ['HTTPRoute', 'GRPCRoute'].map(kind => `gateway.networking.k8s.io/${kind}`);

/** Backends that are not there, that may not be used, or that get nothing. */
export const routeBackendsCheck = defineCheck({
  rules: [routeBackend],
  kinds: ROUTES,
  reads: ['Service', 'flagger.app/Canary', REFERENCE_GRANT],
  * judge(route, { set }) {
    for (const rule of route.spec.at('rules').items()) {
      const backends = rule.at('backendRefs');
      if (!backends.isFilled && !rule.at('filters').items().some(answers)) {
        yield { rule: routeBackend, path: rule.path, message: 'the rule has no backends, and its requests end with an error', repair: 'name a backend, or redirect the requests' };
      }
      if (backends.isFilled && backends.items().every(backend => backend.at('weight').value === 0)) {
        yield { rule: routeBackend, path: backends.path, message: 'all backends have the weight 0, and each request ends with 500', repair: 'give one of them a weight' };
      }
      for (const backend of backends.items()) {
        yield* judgeBackend(set, route, backend);
      }
    }
  },
});

/** Whether a filter may answer by itself: a redirect does, also one whose type is wrong, of which others speak, and what others have made may. */
function answers(filter: Field): boolean {
  return ['RequestRedirect', 'ExtensionRef'].includes(filter.at('type').text ?? '') || filter.at('requestRedirect').isSet;
}

function* judgeBackend(set: ObjectSet, route: Resource, backend: Field): Judgement {
  const named = routeService(backend, route.namespace);
  if (named === undefined) {
    return;
  }
  const { namespace, name } = named;
  const service = set.find('Service', namespace, name);
  if (service !== undefined) {
    yield* judgePort(backend.at('port'), service);
    yield* judgeGrant(set, route, [backend, service]);
  } else if (!set.knows('Service', namespace, name) && !isOfFlagger(set, serviceHost(set, name, namespace))) {
    yield isRepresented(set, namespace)
      ? { rule: routeBackend, path: backend.at('name').path, message: `the input shows no Service ${namespace}/${name}, without which its share of the requests ends with 500`, repair: 'correct the name, or add the Service' }
      : { undecided: routeBackend, unknown: `namespace ${namespace}` };
  }
}

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
      message: `no ReferenceGrant in ${service.namespace} lets routes of ${route.namespace} use its Services`,
      repair: groupRepair(set, from, to) ?? `add a ReferenceGrant to ${service.namespace}`,
    };
  }
}
