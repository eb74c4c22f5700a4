import type { Field } from '../../mesh/field';
import { defineCheck, Problem } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  destination: istioRule('IST0128', 'warning', ['tls-without-ca', 'A DestinationRule originates TLS, but does not say which CA certificates verify the server.']),
  port: istioRule('IST0129', 'warning', ['port-tls-without-ca', 'A DestinationRule originates TLS for a port, but does not say which CA certificates verify the server.']),
};

/** TLS to a host whose certificate nobody verifies. */
export const caCertificatesCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'destinationrule.CaCertificateAnalyzer',
  kinds: ['networking.istio.io/DestinationRule'],
  fields: ['tls'],
  * judge({ spec }, { istioRelease }) {
    const [policy, host] = [spec.at('trafficPolicy'), spec.at('host').text ?? ''];
    const isSelecting = spec.at('workloadSelector').isSet;
    if (isUnverified(policy.at('tls'), isSelecting)) {
      yield { rule: rules.destination, path: policy.at('tls').path, ...wordsFor(policy.at('tls'), `TLS to ${host}`, istioRelease) };
    }
    for (const settings of policy.at('portLevelSettings').items()) {
      if (isUnverified(settings.at('tls'), isSelecting)) {
        const number = settings.at('port', 'number').number ?? 0;
        yield { rule: rules.port, path: settings.at('tls').path, ...wordsFor(settings.at('tls'), `TLS to port ${number} of ${host}`, istioRelease) };
      }
    }
  },
});

const NAME_THEM = 'set caCertificates to the certificates of the CA';

/** Up to 1.20 istiod told proxies to verify nothing where nobody names certificates; since then they verify by those of their system. */
function wordsFor(tls: Field, connection: string, release: string): Pick<Problem, 'message' | 'repair'> {
  if (tls.at('insecureSkipVerify').value === true) {
    return { message: `${connection} trusts any certificate, as insecureSkipVerify says`, repair: `remove insecureSkipVerify, and ${NAME_THEM}` };
  }
  return OLD_RELEASES.includes(release)
    ? { message: `${connection} trusts any certificate`, repair: `${NAME_THEM}, or use those of the proxy image: caCertificates: system` }
    : { message: `${connection} has no caCertificates, so it is verified with the CAs of the proxy image`, repair: `${NAME_THEM}, or write caCertificates: system if you want those` };
}

const OLD_RELEASES: readonly string[] = ['1.20'];

function isUnverified(tls: Field, isSelecting: boolean): boolean {
  return ['SIMPLE', 'MUTUAL'].includes(tls.at('mode').text ?? '') && !tls.at('caCertificates').isFilled && !(isSelecting && tls.at('credentialName').isFilled);
}
