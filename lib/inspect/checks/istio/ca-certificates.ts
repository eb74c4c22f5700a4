import type { Field } from '../../mesh/field';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  destination: istioRule('IST0128', 'warning', ['tls-without-ca', 'A DestinationRule makes TLS, and nobody verifies whom it is made with.']),
  port: istioRule('IST0129', 'warning', ['port-tls-without-ca', 'A DestinationRule makes TLS for a port, and nobody verifies whom it is made with.']),
};

/** TLS to a host whose certificate nobody verifies. */
export const caCertificatesCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'destinationrule.CaCertificateAnalyzer',
  kinds: ['networking.istio.io/DestinationRule'],
  * judge({ spec }) {
    const [policy, host] = [spec.at('trafficPolicy'), spec.at('host').text ?? ''];
    const isSelecting = spec.at('workloadSelector').isSet;
    if (isUnverified(policy.at('tls'), isSelecting)) {
      yield { rule: rules.destination, path: policy.at('tls').path, message: `TLS to ${host} trusts any certificate`, repair: REPAIR };
    }
    for (const settings of policy.at('portLevelSettings').items()) {
      if (isUnverified(settings.at('tls'), isSelecting)) {
        const number = settings.at('port', 'number').number ?? 0;
        yield { rule: rules.port, path: settings.at('tls').path, message: `TLS to port ${number} of ${host} trusts any certificate`, repair: REPAIR };
      }
    }
  },
});

const REPAIR = 'name the certificates of the authority in caCertificates, or let the proxy use those of its system: caCertificates: system';

function isUnverified(tls: Field, isSelecting: boolean): boolean {
  return ['SIMPLE', 'MUTUAL'].includes(tls.at('mode').text ?? '') && !tls.at('caCertificates').isFilled && !(isSelecting && tls.at('credentialName').isFilled);
}
