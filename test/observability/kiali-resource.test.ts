import { Secret } from 'cdk8s-plus-28';
import { DataPlaneMode, KialiAuth, KialiResource, KialiResourceProps, Prometheus, ServerAddress, MeshService, KialiTracing } from '../../lib';
import { stackChart } from '../support/stack-chart';

test('[F082] the operator is told the same as the server, and the namespace of its Kiali is let in', () => {
  const chart = stackChart();
  const prometheus = new Prometheus(chart, 'prometheus');
  const jaeger = new MeshService(chart, 'jaeger', { image: 'jaegertracing/jaeger:2.17.0', port: 16685 });
  new KialiResource(chart, 'kiali', {
    prometheus: ServerAddress.ofService(prometheus.service),
    tracing: KialiTracing.jaeger(ServerAddress.ofService(jaeger)),
    auth: KialiAuth.token({ secret: Secret.fromSecretName(chart, 'key', 'kiali-key'), key: 'key' }),
  });
  const objects = chart.toJson();
  const { apiVersion, kind, metadata, spec } = objects.find(object => object.kind === 'Kiali');
  expect([apiVersion, kind, metadata]).toEqual(['kiali.io/v1alpha1', 'Kiali', { name: 'kiali', namespace: 'observability' }]);
  expect(spec).toMatchObject({
    auth: { strategy: 'token' },
    deployment: { cluster_wide_access: true, namespace: 'observability', view_only_mode: true },
    external_services: { prometheus: { url: 'http://prometheus.observability.svc.cluster.local:9090' }, tracing: { use_grpc: true } },
    login_token: { signing_key: 'secret:kiali-key:key' },
  });
  expect(objects.find(object => object.kind === 'AuthorizationPolicy').spec.rules[0].from).toEqual([{ source: { namespaces: ['observability'] } }]);
});

function deploymentOf(props: Partial<KialiResourceProps> = {}): any {
  const chart = stackChart();
  new KialiResource(chart, 'kiali', { prometheus: ServerAddress.url('http://prometheus:9090'), ...props });
  return chart.toJson()[0].spec.deployment;
}

function openId(key: string): KialiAuth {
  const secret = Secret.fromSecretName(stackChart(), 'secret', 'kiali-oidc');
  return KialiAuth.openId({ clientId: 'kiali', issuerUrl: 'https://accounts.example.com', signingKey: { secret, key: 'signing' }, clientSecret: { secret, key } });
}

test('the secret for an issuer is mounted by the operator, where Kiali reads it', () => {
  expect([deploymentOf().secret_name, deploymentOf({ auth: openId('oidc-secret') }).secret_name]).toEqual([undefined, 'kiali-oidc']);
});

test('a secret for an issuer that Kiali would not read is refused', () => {
  expect(() => deploymentOf({ auth: openId('secret') })).toThrow(new Error('stack/kiali: clientSecret is the key "secret" of the Secret "kiali-oidc", but the Kiali of the operator reads only "oidc-secret". Give it that key.'));
});

test('what its operator makes has its name, so that two of them do not take each other for one', () => {
  expect([deploymentOf().instance_name, deploymentOf({ objectName: 'kiali-shop' }).instance_name]).toEqual(['kiali', 'kiali-shop']);
});

test.each(['kiali.shop', '7', 'a'.repeat(41)])('%s is refused, as the operator does', objectName => {
  expect(() => deploymentOf({ objectName })).toThrow(new Error(`stack/kiali: objectName "${objectName}" is rejected by the operator. Use lowercase letters, digits and inner hyphens, at most 40 characters, and not only digits.`));
});

test.each([[DataPlaneMode.SIDECAR, { 'sidecar.istio.io/inject': 'true' }], [DataPlaneMode.AMBIENT, { 'istio.io/dataplane-mode': 'ambient' }]])('it takes part in the mesh (%s)', (mode, labels) => {
  const chart = stackChart({ mode });
  new KialiResource(chart, 'kiali', { prometheus: ServerAddress.url('http://prometheus:9090') });
  expect(chart.toJson()[0].spec.deployment.pod_labels).toEqual(labels);
});

test('a second one of the name is refused, with both paths', () => {
  const chart = stackChart();
  const props = { prometheus: ServerAddress.url('http://prometheus:9090') };
  new KialiResource(chart, 'one', props);
  expect(() => new KialiResource(chart, 'two', props)).toThrow(/^stack\/two: "stack\/one" has the Kiali "kiali" .*Give one of the two another name\.$/);
});
