import { gatewayCertificatesCheck } from '../../../../lib/inspect/checks/istio/gateway-certificates';
import { found } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [gatewayCertificatesCheck];
const gateway = (name: string, tls: string, selector = 'istio: ingressgateway'): string => (
  yamlObject(TYPES.gateway, name, `spec: {selector: {${selector}}, servers: [{tls: {${tls}}}]}`)
);
const files = 'serverCertificate: /crt, privateKey: /key';
const finding = (one: string, other: string): string => (
  `IST0138 shared-certificate | Gateway ${one} | metadata.name | `
  + `${one} and ${other} use the same certificate on the same pods, so browsers reuse connections across them`
);

test.each([
  ['a Secret', gateway('shop/a', 'credentialName: tls') + gateway('shop/b', 'credentialName: tls'), [finding('shop/a', 'shop/b'), finding('shop/b', 'shop/a')]],
  ['files', gateway('shop/a', files) + gateway('web/b', files), [finding('shop/a', 'web/b'), finding('web/b', 'shop/a')]],
  ['a Secret, for some of the pods', gateway('shop/a', 'credentialName: tls') + gateway('shop/b', 'credentialName: tls', 'istio: ingressgateway, zone: a'),
    [finding('shop/a', 'shop/b')]],
])('Gateways share %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual(expected);
});

test.each([
  ['have Secrets of their own', gateway('shop/a', 'credentialName: a') + gateway('shop/b', 'credentialName: b')],
  ['have pods of their own', gateway('shop/a', 'credentialName: tls', 'app: a') + gateway('shop/b', 'credentialName: tls', 'app: b')],
  ['have no certificate', gateway('shop/a', '') + gateway('shop/b', '')],
  ['have a certificate without key', gateway('shop/a', 'serverCertificate: /crt') + gateway('shop/b', 'serverCertificate: /crt')],
  ['are one', gateway('shop/a', 'credentialName: tls')],
])('Gateways %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
