import type { Field } from '../../mesh/field';
import { controllerOf, GATEWAY_CLASS, GATEWAY_CONTROLLER, isOfIstio, UNMANAGED_CONTROLLER, WAYPOINT_CONTROLLER } from '../../mesh/gateway-classes';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import type { ObjectSet } from '../../mesh/object-set';
import { isHttp } from '../../mesh/protocols';
import type { Resource } from '../../mesh/resource';
import { nearlySpelled } from '../../nearest';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const listenerProtocol = meshRule('MESH106', 'error', [
  'listener-protocol', 'A listener of a Kubernetes Gateway has a protocol that no implementation supports, or that Istio does not.',
]);

/** Protocols of listeners, which the schema leaves open: those of the Gateway API count in upper case alone. */
export const listenerProtocolCheck = defineCheck({
  rules: [listenerProtocol],
  kinds: [KUBERNETES_GATEWAY],
  reads: [GATEWAY_CLASS],
  * judge(gateway, { set }) {
    const places = gateway.spec.at('listeners').items().map(listener => listener.at('protocol')).filter(({ text = '' }) => !PLAIN.includes(text));
    // Of those of waypoints another check speaks, and of one that is not well formed the schema.
    if (places.length > 0 && controllerOf(set, gateway) !== WAYPOINT_CONTROLLER) {
      const known = knownTo(set, gateway);
      yield* places.filter(({ text = '' }) => WELL_FORMED.test(text) && !isKnown(text, known)).map(place => problemOf(place, known));
    }
  },
});

/** What every implementation knows, Istio in some releases when it is told to. */
const PLAIN = ['HTTP', 'HTTPS', 'TLS', 'TCP'];

/** What the definition takes, an empty text not; behind a slash it does not look at the whole text. */
const WELL_FORMED = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$|[a-z0-9]\/[a-zA-Z0-9]/;

/** Istio's own for waypoints, which has no domain in front, as others of implementations do. */
const HBONE = 'HBONE';

/** The protocols that an implementation knows, and what those begin with that may be its own. */
interface Known {
  readonly who: string;
  readonly names: readonly string[];
  readonly own: RegExp;
}

const ANYBODY: Known = { who: 'no Gateway', names: [...PLAIN, 'UDP', HBONE], own: /\// };
const ISTIO: Known = { who: 'no Gateway of Istio', names: [...PLAIN, HBONE], own: /^istio\.io\// };

/** Of gateways of other networks istiod makes nothing, so that they may say anything. */
function knownTo(set: ObjectSet, gateway: Resource): Known {
  const controller = controllerOf(set, gateway);
  if (controller === UNMANAGED_CONTROLLER || !isOfIstio(set, gateway)) {
    return ANYBODY;
  }
  return controller === GATEWAY_CONTROLLER ? { ...ISTIO, names: PLAIN } : ISTIO;
}

function isKnown(text: string, { names, own }: Known): boolean {
  return names.includes(text) || own.test(text);
}

function problemOf({ text = '', path }: Field, known: Known): Problem {
  const { who } = isKnown(text, ANYBODY) ? known : ANYBODY;
  // A listener of HTTP takes all its forms, such as HTTP2 and gRPC.
  const [meant] = isHttp(text) ? ['HTTP'] : nearlySpelled(text, known.names, 1);
  return {
    rule: listenerProtocol,
    path,
    message: `${who} supports the protocol "${text}"${text === HBONE ? ', which is for waypoints' : ''}, so the listener is not accepted`,
    repair: meant === undefined ? `write one of ${known.names.filter(name => name !== HBONE).join(', ')}` : `write ${meant}`,
  };
}
