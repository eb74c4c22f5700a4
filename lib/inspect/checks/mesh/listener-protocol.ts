import type { Field } from '../../mesh/field';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { isHttp } from '../../mesh/protocols';
import { nearlySpelled } from '../../nearest';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const listenerProtocol = meshRule('MESH106', 'error', ['listener-protocol', 'A listener of a Gateway of Kubernetes has a protocol that no implementation knows.']);

/** Protocols of listeners, which the schema leaves open: those of the Gateway API count in upper case alone. */
export const listenerProtocolCheck = defineCheck({
  rules: [listenerProtocol],
  kinds: [KUBERNETES_GATEWAY],
  * judge({ spec }) {
    for (const place of spec.at('listeners').items().map(listener => listener.at('protocol')).filter(isUnknown)) {
      const [meant] = meantBy(place.text!);
      yield {
        rule: listenerProtocol,
        path: place.path,
        message: `no Gateway knows the protocol "${place.text}", so that it does not accept the listener`,
        repair: meant === undefined ? `write one of ${STANDARD.join(', ')}` : `write ${meant}`,
      };
    }
  },
});

const STANDARD = ['HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP'];

/** Istio's own for waypoints, which has no domain in front, as others of implementations do. */
const HBONE = 'HBONE';

/** One that is empty the schema refuses. */
function isUnknown({ text = '' }: Field): boolean {
  return text !== '' && !text.includes('/') && ![...STANDARD, HBONE].includes(text);
}

/** A listener of HTTP takes all its forms, such as HTTP2 and gRPC. */
function meantBy(text: string): readonly string[] {
  return isHttp(text) ? ['HTTP'] : nearlySpelled(text, [...STANDARD, HBONE], 1);
}
