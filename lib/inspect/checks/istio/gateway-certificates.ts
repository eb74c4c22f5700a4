import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { selects } from '../../mesh/selectors';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const sharedCertificate = istioRule('IST0138', 'warning', ['shared-certificate', 'Two Gateways of the same pods use the same certificate.']);

/**
 * Certificates that more than one Gateway of the same pods uses. A browser that has a connection for one of the hosts sends requests for
 * the other on it, and gets 404.
 */
export const gatewayCertificatesCheck = defineCheck({
  rules: [sharedCertificate],
  analyzer: 'gateway.CertificateAnalyzer',
  kinds: [ISTIO_GATEWAY],
  * judge(gateway, { set }) {
    const selector = gateway.spec.at('selector').textMap;
    const sharing = new Set(certificatesOf(gateway).flatMap(certificate => [...gatewaysWith(set).get(certificate) ?? []]));
    for (const other of sharing) {
      if (other !== gateway && selects(selector, other.spec.at('selector').textMap)) {
        yield {
          rule: sharedCertificate,
          path: ['metadata', 'name'],
          message: `${gateway.fullName} and ${other.fullName} use the same certificate on the same pods, and browsers mix up their connections`,
          repair: 'serve the hosts by one Gateway, or give each a certificate of its own',
        };
      }
    }
  },
});

const gatewaysWith = perSet(set => {
  const gateways = new Map<string, Set<Resource>>();
  for (const gateway of set.of(ISTIO_GATEWAY)) {
    for (const certificate of certificatesOf(gateway)) {
      gateways.set(certificate, (gateways.get(certificate) ?? new Set()).add(gateway));
    }
  }
  return gateways;
});

function certificatesOf({ spec }: Resource): string[] {
  return spec.at('servers').items().flatMap(server => certificateOf(server.at('tls')) ?? []);
}

/** What tells a certificate apart: the Secret that holds it, or the files. */
function certificateOf(tls: Field): string | undefined {
  const { text: secret = '' } = tls.at('credentialName');
  if (secret !== '') {
    return `secret ${secret}`;
  }
  const [certificate, key] = [tls.at('serverCertificate').text ?? '', tls.at('privateKey').text ?? ''];
  return certificate === '' || key === '' ? undefined : `files ${certificate} ${key}`;
}
