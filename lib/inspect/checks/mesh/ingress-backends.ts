import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { INGRESS_CLASS, ingressControllerOf, ISTIO_INGRESS_CONTROLLER } from '../../mesh/ingress-classes';
import type { ObjectSet } from '../../mesh/object-set';
import { portNumber } from '../../mesh/port-number';
import type { Resource } from '../../mesh/resource';
import { nameMeant } from '../../nearest';
import { CheckContext, defineCheck, Judgement, Problem } from '../check';
import { BACKEND_READS, noService, routeBackend } from './route-backends';

/** Backends of Ingresses that are not there, or that have no such port. */
export const ingressBackendsCheck = defineCheck({
  rules: [routeBackend],
  kinds: ['networking.k8s.io/Ingress'],
  reads: [...BACKEND_READS, INGRESS_CLASS],
  * judge(ingress, context) {
    for (const backend of backendsOf(ingress)) {
      yield* judgeBackend(context, ingress, backend.at('service'));
    }
  },
});

function backendsOf({ spec }: Resource): Field[] {
  const paths = spec.at('rules').items().flatMap(rule => rule.at('http', 'paths').items());
  return [spec.at('defaultBackend'), ...paths.map(path => path.at('backend'))];
}

function* judgeBackend(context: CheckContext, ingress: Resource, backend: Field): Judgement {
  const [{ set }, { namespace }, { text: name = '' }] = [context, ingress, backend.at('name')];
  if (name === '' || isAction(backend)) {
    return;
  }
  const service = set.find('Service', namespace, name);
  yield* service === undefined ? noService(context, { namespace, name }, [backend.at('name'), 'its requests fail']) : judgePort(set, ingress, [backend.at('port'), service]);
}

/** The load balancers of AWS take such a backend for the name of an annotation. */
function isAction(backend: Field): boolean {
  return backend.at('port', 'name').text === 'use-annotation';
}

function judgePort(set: ObjectSet, ingress: Resource, [port, service]: readonly [port: Field, service: Resource]): Problem[] {
  const ports = service.spec.at('ports').items();
  const place = port.at('name').isFilled ? port.at('name') : port.at('number');
  const [wanted, known] = [String(place.value), ports.map(one => (place.key === 'name' ? one.at('name').text ?? '' : String(portNumber(one.at('port')))))];
  if (!place.isFilled || known.includes(wanted) || mayTakeOthers(service)) {
    return [];
  }
  const behind = ports.find(one => String(one.at('targetPort').value) === wanted);
  // Other controllers take the port of the pods, too.
  return behind !== undefined && ingressControllerOf(set, ingress) !== ISTIO_INGRESS_CONTROLLER ? [] : [{
    rule: routeBackend,
    path: place.path,
    message: `Service ${service.fullName} has no port ${place.key === 'name' ? `named ${wanted}` : wanted}; ${havingWords(known)}`,
    repair: behind === undefined ? repairOf(nameMeant(wanted, known)) : `write number: ${portNumber(behind.at('port'))}, the Service port that forwards there`,
  }];
}

/** Whether a Service may have ports that cannot be read, or takes any, as one for a name of DNS does. */
function mayTakeOthers({ spec }: Resource): boolean {
  const numbers = spec.at('ports').items().map(one => portNumber(one.at('port')));
  return numbers.length === 0 || numbers.includes(undefined) || spec.at('type').text === 'ExternalName';
}

function havingWords(known: readonly string[]): string {
  const said = known.filter(one => one !== '');
  return said.length === 0 ? 'its ports have no names' : `it has ${listed(said, 10)}`;
}

function repairOf(meant: string | undefined): string {
  return meant === undefined ? 'name a port of the Service' : `did you mean "${meant}"?`;
}
