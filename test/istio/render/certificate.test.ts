import { Certificate } from '../../../imports/cert-manager.io';
import { IssuerKind } from '../../../lib';
import { certificateSpec } from '../../../lib/istio/render/certificate';
import { refusals } from '../../support/valid';

test('[F038] a certificate names the hostnames, the Secret and the issuer, and holds no key', () => {
  const issuer = { name: 'team', kind: IssuerKind.ISSUER };
  const spec = certificateSpec({ namespace: 'istio-system', secret: 'edge-certificate', hostnames: ['shop.example.com', '*.example.org'], issuer });
  expect(spec).toEqual({ secretName: 'edge-certificate', dnsNames: ['shop.example.com', '*.example.org'], issuerRef: { kind: 'Issuer', name: 'team' } });
  expect(refusals({ 'certificate.yaml': JSON.stringify(Certificate.manifest({ metadata: { name: 'edge' }, spec })) })).toEqual([]);
});
