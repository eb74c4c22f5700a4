import { load } from 'js-yaml';
import { gatewaySecrets } from '../../../../lib/synth/private/prerequisites/gateway-secrets';
import { deployment, kube } from '../../../support/kube';

const gateway = (tls: string, selector = 'istio: ingressgateway'): object =>
  load(kube('IstioGateway shop/web', `{selector: {${selector}}, servers: [{hosts: ["*"], tls: {${tls}}}]}`)) as object;
const named = (namespace: string) => [expect.objectContaining({ kind: 'Secret', namespace, name: 'cert' })];
const none = { manifests: [], provided: [] };
const CERT = 'mode: SIMPLE, credentialName: cert';

test('a Secret is where the pods of the gateway are rendered', () => {
  const pods = load(deployment('edge/pods', { labels: 'istio: ingressgateway' })) as object;
  expect(gatewaySecrets(gateway(CERT), { manifests: [pods], provided: [] })).toEqual(named('edge'));
});

test.each([
  ['whoever has the Secret', { kind: 'Secret', namespace: 'one', name: 'cert' }, 'one'],
  ['whoever runs the pods', { kind: 'Deployment', namespace: 'two', name: 'istio-ingressgateway' }, 'two'],
  ['nobody of these, but istioctl', { kind: 'Deployment', namespace: 'two', name: 'other' }, 'istio-system'],
])('or where %s says', (_, provided, namespace) => {
  expect(gatewaySecrets(gateway(CERT), { manifests: [], provided: [provided] })).toEqual(named(namespace));
});

test('and else in the namespace of the Gateway', () => {
  expect(gatewaySecrets(gateway(CERT, 'app: own'), none)).toEqual(named('shop'));
});

test.each([
  ['a certificate', CERT, [{ keys: ['tls.crt', 'tls.key'], type: 'tls' }]],
  ['clients with certificates', 'mode: MUTUAL, credentialName: cert', [{ keys: ['ca.crt', 'tls.crt', 'tls.key'] }]],
  ['several', 'mode: SIMPLE, credentialNames: [cert, other]', [{ name: 'cert' }, { name: 'other' }]],
  ['what comes over SDS', 'mode: SIMPLE, credentialName: "sds://cert"', []],
  ['none', 'mode: PASSTHROUGH', []],
])('%s', (_, tls, expected) => {
  expect(gatewaySecrets(gateway(tls), none)).toEqual(expected.map(fields => expect.objectContaining(fields) as object));
});

test('a Gateway of Kubernetes is none of Istio', () => {
  expect(gatewaySecrets(load(kube('Gateway shop/web', '{listeners: [{tls: {credentialName: cert}}]}')) as object, none)).toEqual([]);
});
