import { Chart } from 'cdk8s';
import { Secret, SecretValue } from 'cdk8s-plus-28';
import { load } from 'js-yaml';
import { AppProtocol, Dashboard, Grafana, GrafanaDataSource, Kiali, KialiAuth, KialiProps, KialiTracing, MeshService, Prometheus, ServerAddress } from '../../lib';
import { objectsOf } from '../support/shop-chart';
import { problemsIn, stackChart } from '../support/stack-chart';

const PROMETHEUS = ServerAddress.url('http://prometheus-operated.monitoring:9090');

let chart: Chart;
beforeEach(() => {
  chart = stackChart();
});

function kialiIn(props: Partial<KialiProps> = {}): Kiali {
  return new Kiali(chart, 'kiali', { prometheus: PROMETHEUS, ...props });
}

function configOf(): any {
  return load(objectsOf(chart, 'ConfigMap').find(({ metadata: { name } }) => name === 'kiali').data['config.yaml']);
}

function podOf(): any {
  return objectsOf(chart, 'Deployment').find(({ metadata: { name } }) => name === 'kiali-v1').spec.template;
}

function rightsOf(): string[] {
  return objectsOf(chart, 'ClusterRole')[0].rules.flatMap(({ resources, verbs }: any) => resources.map((resource: string) => `${resource}: ${verbs.join(' ')}`));
}

function keyOf(name: string): SecretValue {
  return { secret: Secret.fromSecretName(chart, `${name}-secret`, name), key: 'key' };
}

test('[F082] it is told of all others by reference, with the keys of today, and they let it in', () => {
  const prometheus = new Prometheus(chart, 'prometheus');
  const jaeger = new MeshService(chart, 'jaeger', {
    image: 'jaegertracing/jaeger:2.17.0', port: 16686, morePorts: [{ name: 'grpc-query', port: 16685, protocol: AppProtocol.GRPC }],
  });
  const grafana = new Grafana(chart, 'grafana', { dataSources: [GrafanaDataSource.prometheus(ServerAddress.ofService(prometheus.service))] });
  kialiIn({
    prometheus: ServerAddress.ofService(prometheus.service),
    tracing: KialiTracing.jaeger(ServerAddress.ofService(jaeger, { port: 16685 })),
    grafana: ServerAddress.ofService(grafana.service),
    grafanaUrl: 'https://grafana.example.com',
  });
  expect(configOf()).toEqual({
    auth: { strategy: 'anonymous' },
    deployment: { cluster_wide_access: true, instance_name: 'kiali', namespace: 'observability', view_only_mode: true },
    external_services: {
      custom_dashboards: { enabled: true },
      grafana: {
        enabled: true,
        internal_url: 'http://grafana.observability.svc.cluster.local:3000',
        external_url: 'https://grafana.example.com',
        dashboards: [
          { name: 'Mesh: Service', variables: { namespace: 'var-namespace', service: 'var-service' } },
          { name: 'Mesh: Workload', variables: { namespace: 'var-namespace', workload: 'var-workload' } },
        ],
      },
      istio: { istio_api_enabled: false, istio_identity_domain: 'svc.cluster.local', root_namespace: 'istio-system' },
      prometheus: { url: 'http://prometheus.observability.svc.cluster.local:9090' },
      tracing: { enabled: true, provider: 'jaeger', internal_url: 'http://jaeger.observability.svc.cluster.local:16685', use_grpc: true },
    },
    kiali_feature_flags: { validations: { ignore: ['KIA1301'] } },
    server: { port: 20001, web_root: '/kiali', observability: { metrics: { enabled: true, port: 9090 } } },
  });
  const letIn = (name: string): unknown => objectsOf(chart, 'AuthorizationPolicy').find(({ metadata }) => metadata.name === name).spec.rules;
  const kiali = [{ source: { principals: ['cluster.local/ns/observability/sa/kiali'] } }];
  expect([letIn('jaeger'), letIn('grafana')]).toEqual([[{ from: kiali, to: [{ operation: { ports: ['16685'] } }] }], [expect.objectContaining({ from: kiali })]]);
  expect(problemsIn(chart)).toEqual([]);
});

test('[F082] it looks, and changes nothing; whose tokens are whose it asks where people log in', () => {
  kialiIn();
  expect(new Set(rightsOf().map(right => right.split(': ')[1]))).toEqual(new Set(['get list watch']));
  expect(rightsOf().filter(right => /secrets|portforward|exec|pods\/log/.test(right))).toEqual([]);
  expect([podOf().spec.automountServiceAccountToken, podOf().spec.containers[0].securityContext.runAsUser]).toEqual([true, 1000]);
});

test('it forwards ports of pods only where it shall know what proxies know', () => {
  kialiIn({ proxyStatus: true });
  expect([configOf().external_services.istio.istio_api_enabled, rightsOf().at(-1)]).toEqual([true, 'pods/portforward: create']);
});

test('[F082] the key of sessions is named, mounted from its Secret, and nowhere in the output', () => {
  kialiIn({ auth: KialiAuth.token(keyOf('kiali-key')) });
  const { containers: [{ volumeMounts }], volumes } = podOf().spec;
  expect([configOf().auth, configOf().login_token]).toEqual([{ strategy: 'token' }, { signing_key: 'secret:kiali-key:key' }]);
  expect(volumeMounts.at(-1)).toEqual({ mountPath: '/kiali-override-secrets/login-token-signing-key', name: 'signing-key', readOnly: true });
  expect(volumes.at(-1)).toEqual({ name: 'signing-key', secret: { secretName: 'kiali-key', items: [{ key: 'key', path: 'value.txt' }] } });
  expect([rightsOf().at(-1), objectsOf(chart, 'Secret')]).toEqual(['tokenreviews: create', []]);
});

test('an issuer of OpenID Connect is told, with the secret of Kiali there in a file', () => {
  kialiIn({ auth: KialiAuth.openId({ clientId: 'kiali', issuerUrl: 'https://accounts.example.com', signingKey: keyOf('kiali-key'), clientSecret: keyOf('kiali-oidc'), usernameClaim: 'email' }) });
  expect(configOf().auth).toEqual({ strategy: 'openid', openid: { client_id: 'kiali', issuer_uri: 'https://accounts.example.com', username_claim: 'email' } });
  expect(podOf().spec.volumes.at(-1)).toEqual({ name: 'oidc-secret', secret: { secretName: 'kiali-oidc', items: [{ key: 'key', path: 'oidc-secret' }] } });
});

test.each([['/', '/healthz'], ['/mesh', '/mesh/healthz']])('with its pages at %s it is asked at %s whether it lives', (webRoot, path) => {
  kialiIn({ webRoot });
  expect(podOf().spec.containers[0].livenessProbe.httpGet).toMatchObject({ path, port: 20001 });
});

test.each([
  ['kiali', 'stack/kiali: webRoot: "kiali" is not a path. Begin it with a slash, such as "/v1/traces".'],
  ['/kiali/', 'stack/kiali: webRoot "/kiali/" ends with a slash, which Kiali rejects. Remove the slash.'],
])('pages at %s are refused', (webRoot, error) => {
  expect(() => kialiIn({ webRoot })).toThrow(new Error(error));
});

test('logs are shown to those whose rights it can ask about', () => {
  kialiIn({ auth: KialiAuth.token(keyOf('kiali-key')) });
  expect(rightsOf()).toContain('pods/log: get list watch');
});

test('links to dashboards need no more than where people open them', () => {
  kialiIn({ grafanaUrl: 'https://grafana.example.com' });
  expect(configOf().external_services.grafana).toMatchObject({ enabled: true, external_url: 'https://grafana.example.com', internal_url: 'https://grafana.example.com' });
});

test('a Grafana where people log in is asked with a token, which is mounted from its Secret', () => {
  kialiIn({ grafanaUrl: 'https://grafana.example.com', grafanaToken: keyOf('kiali-grafana') });
  expect(configOf().external_services.grafana.auth).toEqual({ type: 'bearer', token: 'secret:kiali-grafana:key' });
  expect(podOf().spec.containers[0].volumeMounts.at(-1)).toEqual({ mountPath: '/kiali-override-secrets/grafana-token', name: 'grafana-token', readOnly: true });
  expect(podOf().spec.volumes.at(-1)).toEqual({ name: 'grafana-token', secret: { secretName: 'kiali-grafana', items: [{ key: 'key', path: 'value.txt' }] } });
});

test.each<[string, () => Partial<KialiProps>]>([
  ['grafana', () => ({ grafana: ServerAddress.url('http://grafana.monitoring:3000') })], ['grafanaToken', () => ({ grafanaToken: keyOf('kiali-grafana') })],
])('%s without the URL at which people open it is refused', (said, props) => {
  expect(() => kialiIn(props())).toThrow(new Error(`stack/kiali: ${said} gives no links without the public URL of that Grafana. Set grafanaUrl: "https://grafana.example.com", or leave ${said} out.`));
});

test('its links choose in our dashboards what they name: a service by its host, a workload by its name', () => {
  kialiIn({ grafanaUrl: 'https://grafana.example.com' });
  const linked = configOf().external_services.grafana.dashboards.map(({ name, variables }: any) => {
    const { templating: { list } } = JSON.parse(Dashboard.standard().find(({ title }) => title === name)!.json);
    const chosen = Object.entries<string>(variables).map(([what, variable]) => [what, list.find((each: any) => `var-${each.name}` === variable).query.query.match(/, (\w+)\)$/)[1]]);
    return [name, Object.fromEntries(chosen)];
  });
  expect(linked).toEqual([
    ['Mesh: Service', { namespace: 'destination_service_namespace', service: 'destination_service' }],
    ['Mesh: Workload', { namespace: 'destination_workload_namespace', workload: 'destination_workload' }],
  ]);
  expect(Dashboard.service()._queries.filter(query => query.includes('$service') && !query.includes('destination_service=~"$service"'))).toEqual([]);
});

test('without a Prometheus it is refused', () => {
  expect(() => kialiIn({ prometheus: undefined })).toThrow(new Error('stack/kiali: prometheus: no ServerAddress given. Check the import or the variable.'));
});

test.each(['grafana', '/grafana', 'grafana.example.com', 'ftp://grafana.example.com', 'https://me:secret@grafana.example.com', 'https://grafana.example.com?orgId=1', ''])('people cannot open the Grafana at "%s"', grafanaUrl => {
  expect(() => kialiIn({ grafanaUrl })).toThrow(new Error(`stack/kiali: grafanaUrl "${grafanaUrl}" is not a web address. Use http:// or https://, without user and query, such as "https://grafana.example.com".`));
});

test('people may open the Grafana below a path', () => {
  expect(() => kialiIn({ grafanaUrl: 'https://tools.example.com/grafana/' })).not.toThrow();
});
