import { ApiObject, Chart } from 'cdk8s';
import { EnvValue, Secret } from 'cdk8s-plus-28';
import { load } from 'js-yaml';
import {
  Dashboard, Grafana, GrafanaDashboards, GrafanaDataSource, GrafanaProps, Istio, MeshApp, MeshService, Prometheus, ServerAddress,
} from '../../lib';
import { objectsOf } from '../support/shop-chart';
import { problemsIn, stackChart } from '../support/stack-chart';

const FAR = GrafanaDataSource.prometheus(ServerAddress.url('http://prometheus-operated.monitoring:9090'));

let chart: Chart;
beforeEach(() => {
  chart = stackChart();
});

function grafanaIn(props: Partial<GrafanaProps> = {}): Grafana {
  return new Grafana(chart, 'grafana', { dataSources: [FAR], ...props });
}

function podOf(): any {
  return objectsOf(chart, 'Deployment').find(({ metadata: { name } }) => name === 'grafana-v1').spec.template;
}

function envOf(): Record<string, unknown> {
  return Object.fromEntries(podOf().spec.containers[0].env.map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom]));
}

function fileOf(map: string, file: string): any {
  return load(objectsOf(chart, 'ConfigMap').find(({ metadata: { name } }) => name === map).data[file]);
}

test('everybody who reaches it looks, nobody logs in, and there is no first account and no password', () => {
  grafanaIn();
  expect(envOf()).toMatchObject({
    GF_AUTH_ANONYMOUS_ENABLED: 'true', GF_AUTH_ANONYMOUS_ORG_ROLE: 'Viewer', GF_AUTH_DISABLE_LOGIN_FORM: 'true', GF_AUTH_BASIC_ENABLED: 'false',
    GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION: 'true',
  });
  expect(Object.keys(envOf()).filter(name => name.includes('PASSWORD'))).toEqual([]);
});

test('it asks nobody outside', () => {
  grafanaIn();
  expect(envOf()).toMatchObject({
    GF_ANALYTICS_REPORTING_ENABLED: 'false', GF_ANALYTICS_CHECK_FOR_UPDATES: 'false', GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false', GF_NEWS_NEWS_FEED_ENABLED: 'false',
    GF_PLUGINS_PREINSTALL_DISABLED: 'true', GF_PLUGINS_PREINSTALL_AUTO_UPDATE: 'false', GF_PLUGINS_PUBLIC_KEY_RETRIEVAL_DISABLED: 'true', GF_SECURITY_DISABLE_GRAVATAR: 'true',
  });
});

test('the account of an admin has its password from a Secret, never from the output', () => {
  grafanaIn({ adminPassword: EnvValue.fromSecretValue({ secret: Secret.fromSecretName(chart, 'secret', 'grafana-admin'), key: 'password' }) });
  expect(envOf().GF_SECURITY_ADMIN_PASSWORD).toEqual({ secretKeyRef: { name: 'grafana-admin', key: 'password' } });
  expect([envOf().GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION, envOf().GF_AUTH_DISABLE_LOGIN_FORM]).toEqual([undefined, undefined]);
});

test('a password in plain text is refused', () => {
  expect(() => grafanaIn({ adminPassword: EnvValue.fromValue('secret') })).toThrow(
    new Error('stack/grafana: adminPassword would be rendered in plain text. Take it from a Secret: EnvValue.fromSecretValue({ secret, key }).'),
  );
});

test('data sources have stable uids, and let it in', () => {
  const prometheus = new Prometheus(chart, 'prometheus');
  const jaeger = new MeshService(chart, 'jaeger', { image: 'jaegertracing/jaeger:2.17.0', port: 16686 });
  const { service } = grafanaIn({
    dataSources: [
      GrafanaDataSource.prometheus(ServerAddress.ofService(prometheus.service)),
      GrafanaDataSource.jaeger(ServerAddress.ofService(jaeger)),
      GrafanaDataSource.tempo(ServerAddress.url('http://tempo.traces:3200')),
      GrafanaDataSource.loki(ServerAddress.url('http://loki.logs:3100')),
    ],
  });
  const { datasources } = fileOf('grafana-data-sources', 'data-sources.yaml');
  expect(datasources.map(({ uid, type, url, isDefault, editable }: any) => [uid, type, url, isDefault, editable])).toEqual([
    ['prometheus', 'prometheus', 'http://prometheus.observability.svc.cluster.local:9090', true, false],
    ['jaeger', 'jaeger', 'http://jaeger.observability.svc.cluster.local:16686', false, false],
    ['tempo', 'tempo', 'http://tempo.traces:3200', false, false],
    ['loki', 'loki', 'http://loki.logs:3100', false, false],
  ]);
  const [allowed] = objectsOf(chart, 'AuthorizationPolicy');
  expect([allowed.metadata.name, allowed.spec.rules[0].from]).toEqual(['jaeger', [{ source: { principals: [`cluster.local/ns/observability/sa/${service.serviceName}`] } }]]);
  expect(problemsIn(chart)).toEqual([]);
});

test('[F083] dashboards lie in ConfigMaps, each in a folder of its own below the one that it shows', () => {
  const grafana = grafanaIn();
  grafana.addDashboards('mesh-dashboard');
  grafana.addDashboards('workload-dashboard');
  grafana.node.addMetadata('cdk8s-mesh/provides', 'ConfigMap observability/mesh-dashboard, ConfigMap observability/workload-dashboard');
  const { containers: [{ volumeMounts }], volumes } = podOf().spec;
  expect(fileOf('grafana-dashboard-folder', 'mesh.yaml').providers[0].options).toEqual({ path: '/etc/grafana/dashboards' });
  expect(volumeMounts.filter(({ mountPath }: any) => mountPath.startsWith('/etc/grafana/dashboards'))).toEqual([
    { mountPath: '/etc/grafana/dashboards/mesh-dashboard', name: 'dashboards-1', readOnly: true },
    { mountPath: '/etc/grafana/dashboards/workload-dashboard', name: 'dashboards-2', readOnly: true },
  ]);
  expect(volumes.filter(({ name }: any) => name.startsWith('dashboards-')).map(({ configMap }: any) => configMap.name)).toEqual(['mesh-dashboard', 'workload-dashboard']);
});

describe('a ConfigMap that nothing renders, for which the pod would wait, is an error', () => {
  test('with those that are there, and what to say where somebody else creates it', () => {
    const grafana = grafanaIn();
    new GrafanaDashboards(chart, 'dashboards', { dashboards: [Dashboard.mesh()] });
    grafana.addDashboards('grafana-dashboard-mesh');
    grafana.addDashboards('grafana-dashboard-shop');
    new ApiObject(new Chart(chart.node.root, 'elsewhere', { namespace: 'shop' }), 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'grafana-dashboard-shop' } });
    expect(problemsIn(chart)).toEqual([
      'stack/grafana, addDashboards: nothing here renders the ConfigMap "grafana-dashboard-shop" of namespace "observability", which its pod needs to start. Known ConfigMaps there: grafana-dashboard-mesh. Render it, as new GrafanaDashboards(...) does; or if it is created elsewhere, call node.addMetadata("cdk8s-mesh/provides", "ConfigMap observability/grafana-dashboard-shop").',
    ]);
  });

  test('and there may be none', () => {
    grafanaIn().addDashboards('mine');
    expect(problemsIn(chart)).toEqual([expect.stringContaining('Known ConfigMaps there: none.')]);
  });

  test('unless it is said that somebody else creates it', () => {
    const grafana = grafanaIn();
    grafana.addDashboards('mine');
    grafana.node.addMetadata('cdk8s-mesh/provides', 'ConfigMap observability/mine');
    expect(problemsIn(chart)).toEqual([]);
  });

  test('in its environment, or outside of every one', () => {
    const app = new MeshApp({ mesh: Istio.mesh() });
    const [dev, prod] = ['dev', 'prod'].map(name => {
      const environment = app.environment(name);
      chart = new Chart(environment, 'observability', { namespace: 'observability' });
      const grafana = grafanaIn();
      ['one', 'two'].forEach(map => grafana.addDashboards(map));
      return environment;
    });
    app.node.addMetadata('cdk8s-mesh/provides', 'ConfigMap observability/one');
    dev.node.addMetadata('cdk8s-mesh/provides', 'ConfigMap observability/two');
    expect([dev, prod].map(environment => environment.node.findAll().flatMap(({ node }) => node.validate()).length)).toEqual([0, 1]);
  });
});

test('it writes to two folders alone, and says where it serves metrics', () => {
  grafanaIn();
  const { metadata: { annotations }, spec: { containers: [{ securityContext, volumeMounts }] } } = podOf();
  expect([securityContext.readOnlyRootFilesystem, securityContext.runAsUser]).toEqual([true, 472]);
  expect(volumeMounts.filter(({ readOnly }: any) => readOnly !== true).map(({ mountPath }: any) => mountPath)).toEqual(['/var/lib/grafana', '/tmp']);
  expect(annotations['prometheus.io/port']).toBe('3000');
});

test.each<[string, GrafanaDataSource[], string]>([
  ['none', [], 'stack/grafana: dataSources is empty, so there would be nothing to show. Set one of each kind, at least GrafanaDataSource.prometheus(...).'],
  ['two of a kind', [FAR, FAR], 'stack/grafana: dataSources has two with the uid "prometheus". Set one of each kind, at least GrafanaDataSource.prometheus(...).'],
])('of data sources, %s is refused', (_what, dataSources, error) => {
  expect(() => grafanaIn({ dataSources })).toThrow(new Error(error));
});

test('dashboards of a ConfigMap are said once, by a name that it can have', () => {
  const grafana = grafanaIn();
  grafana.addDashboards('mesh-dashboard');
  expect(() => grafana.addDashboards('mesh-dashboard')).toThrow(new Error('stack/grafana, addDashboards: already has "mesh-dashboard". Add it once.'));
  expect(() => grafana.addDashboards('Mesh')).toThrow(/^stack\/grafana, addDashboards: "Mesh" is not a domain name\./);
});
