import { Secret } from 'cdk8s-plus-28';
import { KialiAuth, KialiResource, Prometheus, ServerAddress, MeshService, KialiTracing } from '../../lib';
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

test('a second one of the name is refused, with both paths', () => {
  const chart = stackChart();
  const props = { prometheus: ServerAddress.url('http://prometheus:9090') };
  new KialiResource(chart, 'one', props);
  expect(() => new KialiResource(chart, 'two', props)).toThrow(/^stack\/two: "stack\/one" has the Kiali "kiali" .*Give one of the two another name\.$/);
});
