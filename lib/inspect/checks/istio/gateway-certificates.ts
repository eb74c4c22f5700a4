import { groupBy } from '../../group-by';
import { listedWithout, NAMES_SHOWN } from '../../listed';
import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import type { Resource } from '../../mesh/resource';
import { LabelIndex, selectorText } from '../../mesh/selectors';
import { Unions } from '../../mesh/unions';
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
    const sharing = sharingWith(set, gateway);
    const isFew = sharing.length - 1 <= NAMES_SHOWN;
    for (const others of isFew ? sharing.filter(name => name !== gateway.fullName) : [listedWithout(sharing, gateway.fullName)]) {
      yield {
        rule: sharedCertificate,
        path: ['metadata', 'name'],
        message: `${gateway.fullName} and ${others} use the same certificate on the same pods, so browsers reuse connections across them`,
        repair: 'serve the hosts with one Gateway, or give each its own certificate',
      };
    }
  },
});

/** The names of the Gateways with a certificate of this one, on pods that it selects, and its own. */
function sharingWith(set: ObjectSet, gateway: Resource): readonly string[] {
  const selector = gateway.spec.at('selector').textMap;
  const groups = certificatesOf(gateway).map(certificate => sharing(set, `${certificate}\n${selectorText(selector)}`, () => (
    gatewaysWith(set).get(certificate)!.selectedBy(selector).map(({ name }) => name)
  )));
  const shared = groups.filter(group => group.length > 1);
  return shared.length === 0 ? [] : unions(set).of(shared);
}

const sharing = perKey<readonly string[]>();
const unions = perSet(() => new Unions<string>());

const gatewaysWith = perSet(set => {
  const gateways = set.of(ISTIO_GATEWAY).flatMap(gateway => certificatesOf(gateway).map(certificate => (
    { certificate, name: gateway.fullName, labels: gateway.spec.at('selector').textMap }
  )));
  return new Map([...groupBy(gateways, ({ certificate }) => certificate)].map(([certificate, group]) => [certificate, new LabelIndex(group)]));
});

function certificatesOf({ spec }: Resource): string[] {
  return [...new Set(spec.at('servers').items().flatMap(server => certificateOf(server.at('tls')) ?? []))];
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
