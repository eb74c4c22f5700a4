import { isSecretKnown, showsSecretsOf } from '../../../lib/inspect/mesh/provided-secrets';
import { objectSet } from '../../support/object-set';

const object = (apiVersion: string, kind: string, spec: string): string => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: tls}
spec: {${spec}}
`;

test.each([
  ['the Secret itself', object('v1', 'Secret', ''), 'tls', true],
  ['a Certificate', object('cert-manager.io/v1', 'Certificate', 'secretName: web-tls'), 'web-tls', true],
  ['a Certificate, and not under its own name', object('cert-manager.io/v1', 'Certificate', 'secretName: web-tls'), 'tls', false],
  ['an ExternalSecret', object('external-secrets.io/v1', 'ExternalSecret', ''), 'tls', true],
  ['an ExternalSecret with a target', object('external-secrets.io/v1', 'ExternalSecret', 'target: {name: web-tls}'), 'web-tls', true],
  ['a SealedSecret', object('bitnami.com/v1alpha1', 'SealedSecret', ''), 'tls', true],
  ['an item of 1Password', object('onepassword.com/v1', 'OnePasswordItem', ''), 'tls', true],
  ['a secret of Vault', object('secrets.hashicorp.com/v1beta1', 'VaultStaticSecret', 'destination: {name: web-tls, create: true}'), 'web-tls', true],
  ['one that Vault makes for each', object('secrets.hashicorp.com/v1beta1', 'VaultDynamicSecret', 'destination: {name: web-tls, create: true}'), 'web-tls', true],
  ['a certificate of Vault', object('secrets.hashicorp.com/v1beta1', 'VaultPKISecret', 'destination: {name: web-tls, create: true}'), 'web-tls', true],
])('a Secret is known by %s', (_, yaml, name, expected) => {
  expect(isSecretKnown(objectSet(yaml), 'shop', name)).toBe(expected);
});

test('a Secret is known where somebody says that it is there', () => {
  expect(isSecretKnown(objectSet('', { assumed: ['Secret shop/tls'] }), 'shop', 'tls')).toBe(true);
});

test.each([['shop', false, true], ['web', false, false], ['web', true, true]])('Secrets of %s are shown, complete %s: %s', (namespace, complete, expected) => {
  expect(showsSecretsOf(objectSet(object('v1', 'Secret', ''), { complete }), namespace)).toBe(expected);
});
