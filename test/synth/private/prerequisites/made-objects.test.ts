import { load } from 'js-yaml';
import { isEverywhere, madeOf } from '../../../../lib/synth/private/prerequisites/made-objects';
import { titleOf } from '../../../../lib/synth/private/prerequisites/needed-object';
import { kube } from '../../../support/kube';

const of = (type: string, spec: string): string => `{apiVersion: ${type.split(' ')[0]}, kind: ${type.split(' ')[1]}, metadata: {name: web, namespace: shop}, spec: ${spec}}`;

test.each([
  ['a Certificate', kube('Certificate shop/web', '{secretName: cert}'), ['Secret shop/cert']],
  ['an ExternalSecret', of('external-secrets.io/v1 ExternalSecret', '{target: {name: made}}'), ['Secret shop/made']],
  ['an ExternalSecret without a target', of('external-secrets.io/v1 ExternalSecret', '{}'), ['Secret shop/web']],
  ['an issuer, the key of its account', of('cert-manager.io/v1 Issuer', '{acme: {privateKeySecretRef: {name: account}}}'), ['Secret shop/account']],
  ['a Gateway of Kubernetes', kube('Gateway shop/web', '{gatewayClassName: istio}'), ['ServiceAccount shop/web-istio', 'ServiceAccount shop/web']],
  ['a Gateway of Istio', kube('IstioGateway shop/web', '{servers: []}'), []],
  ['a Service', kube('Service shop/web'), []],
  ['a kind called as what every object of JavaScript has', of('a.b/v1 constructor', '{}'), []],
])('%s', (_, object, expected) => {
  expect(madeOf(load(object) as object).map(titleOf)).toEqual(expected);
});

test.each([['ConfigMap', 'kube-root-ca.crt', true], ['GatewayClass', 'istio-waypoint', true], ['Namespace', 'default', true], ['Namespace', 'shop', false]])(
  'whether a %s %s is everywhere', (kind, name, expected) => {
    expect(isEverywhere({ kind, namespace: 'shop', name })).toBe(expected);
  });
