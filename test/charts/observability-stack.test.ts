import { Chart, Duration, Testing } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import { load, loadAll } from 'js-yaml';
import {
  AlertRule, Caller, CollectorConfig, DataPlaneMode, GrafanaDataSource, HttpMethod, Istio, IstioQueries, KialiAuth, KialiTracing, Linkerd,
  LogFilter, MeshApp, MeshPlatform, MeshService, ObservabilityStack, ObservabilityStackProps, OtelExporter, OtelProcessor, OtelReceiver,
  OtlpBackend, OtlpProtocol, Percent, Runbook, SamplingPolicy, ServerAddress, ServiceObjective, Signal, StackPreset, StackSize,
} from '../../lib';
import { findingsOf } from '../support/published-findings';
import { refusals } from '../support/valid';

interface Scene {
  readonly app: MeshApp;
  readonly platform: MeshPlatform;
  readonly stack: ObservabilityStack;
}

/** A mesh that is closed by default, a stack, and a service that says what it calls. */
function scene(props: ObservabilityStackProps = {}, { mode, outdir }: { readonly mode?: DataPlaneMode; readonly outdir?: string } = {}): Scene {
  const app = new MeshApp({ mesh: Istio.mesh({ mode }), outdir, runbook: true });
  const platform = new MeshPlatform(app, 'platform');
  const stack = new ObservabilityStack(app, 'observability', { platform, ...props });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  platform.addNamespace('shop');
  const web = new MeshService(shop, 'web', { image: 'registry.example.com/web:1.4.2', port: 8080 });
  const orders = new MeshService(shop, 'orders', { image: 'registry.example.com/orders:1.0.0', port: 8080 });
  web.calls(orders, mode === DataPlaneMode.AMBIENT ? {} : { methods: [HttpMethod.GET] });
  return { app, platform, stack };
}

function objects({ app }: Scene, kind: string): any[] {
  return (loadAll(app.synthYaml()) as any[]).filter(object => object.kind === kind);
}

function names(all: readonly any[]): string[] {
  return all.map(({ metadata: { name } }) => name);
}

/** A file of a ConfigMap. */
function fileOf(all: Scene, name: string, file: string): any {
  return load(objects(all, 'ConfigMap').find(({ metadata }) => metadata.name === name).data[file]);
}

const OPERATORS = { preset: StackPreset.OPERATORS, prometheus: ServerAddress.url('http://prometheus-operated.monitoring:9090'), monitorLabels: { release: 'prom' } };
const LOKI = OtlpBackend.host('loki', 'loki.logging.svc.cluster.local');
const OWN_KINDS = [
  'AuthorizationPolicy', 'ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'Deployment', 'Namespace', 'PeerAuthentication', 'Service', 'ServiceAccount', 'Sidecar',
  'StatefulSet', 'Telemetry', 'VirtualService', 'DestinationRule', 'NetworkPolicy', 'PodDisruptionBudget',
];

test('[F070] by itself it is a collector, a Jaeger, a Prometheus, a Grafana and a Kiali in a namespace of their own, and needs no definitions but those of Istio', () => {
  const all = scene();
  const servers = [...objects(all, 'Deployment'), ...objects(all, 'StatefulSet')].filter(({ metadata: { namespace } }) => namespace === 'observability');
  expect(names(servers).sort()).toEqual(['grafana-v1', 'jaeger-collector-v1', 'kiali-v1', 'opentelemetry-collector-v1', 'prometheus-v1']);
  expect(names(objects(all, 'Namespace'))).toContain('observability');
  const kinds = new Set((loadAll(all.app.synthYaml()) as any[]).map(({ kind }) => kind));
  expect([...kinds].filter(kind => !OWN_KINDS.includes(kind))).toEqual([]);
});

test('every proxy sends its traces to the collector, which it knows, and which lets it in', () => {
  const all = scene();
  const [mesh] = objects(all, 'Telemetry').filter(({ metadata: { namespace } }) => namespace === 'istio-system');
  expect(mesh.spec.tracing).toEqual([{ providers: [{ name: 'otel-tracing' }], randomSamplingPercentage: 10 }]);
  const { meshConfig: { extensionProviders } } = all.platform.installValues as any;
  expect(extensionProviders).toEqual([{ name: 'otel-tracing', opentelemetry: { service: 'opentelemetry-collector.observability.svc.cluster.local', port: 4317 } }]);
  const [{ spec: { egress: [{ hosts }] } }] = objects(all, 'Sidecar');
  expect(hosts).toContain('observability/opentelemetry-collector.observability.svc.cluster.local');
  expect(names(objects(all, 'AuthorizationPolicy'))).toEqual(expect.arrayContaining(['opentelemetry-collector', 'jaeger-collector']));
  const [deniesAll] = objects(all, 'AuthorizationPolicy').filter(({ metadata: { namespace } }) => namespace === 'istio-system');
  expect(deniesAll.spec ?? {}).toEqual({});
});

test('nobody is let in to its pages but those who show them, at their ports', () => {
  const all = scene();
  const letIn = (name: string): unknown[] => objects(all, 'AuthorizationPolicy').find(({ metadata }) => metadata.name === name).spec.rules.map((rule: any) => (
    [rule.from?.[0].source.principals?.[0].split('/').at(-1) ?? 'anyone', rule.to?.[0].operation.ports.join()]
  ));
  expect(letIn('jaeger-collector')).toEqual(expect.arrayContaining([['opentelemetry-collector', '4317'], ['grafana', '16686'], ['kiali', '16685']]));
  expect(letIn('jaeger-collector')).not.toContainEqual(['anyone', expect.anything()]);
  expect(names(objects(all, 'AuthorizationPolicy'))).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(grafana|kiali)$/)]));
});

test('Kiali asks Grafana for dashboards only where people can open them', () => {
  const asked = (props: ObservabilityStackProps): unknown[] => {
    const all = scene(props);
    const [{ data }] = objects(all, 'ConfigMap').filter(({ metadata: { name } }) => name === 'kiali');
    const { enabled, internal_url: inside, external_url: outside } = (loadAll(data['config.yaml']) as any[])[0].external_services.grafana;
    return [enabled, inside, outside, objects(all, 'AuthorizationPolicy').find(({ metadata }) => metadata.name === 'grafana')?.spec.rules[0].from[0].source.principals];
  };
  expect(asked({})).toEqual([false, undefined, undefined, undefined]);
  expect(asked({ grafanaUrl: 'https://grafana.example.com' })).toEqual([true, 'http://grafana.observability.svc.cluster.local:3000', 'https://grafana.example.com', ['cluster.local/ns/observability/sa/kiali']]);
});

test('the Kiali of the operator asks the Grafana of somebody else inside of the cluster, with a token', () => {
  const grafanaToken = { secret: Secret.fromSecretName(new Chart(Testing.app(), 'elsewhere'), 'token', 'kiali-grafana'), key: 'token' };
  const [{ spec }] = objects(scene({ ...OPERATORS, grafana: ServerAddress.url('http://grafana.monitoring'), grafanaToken, grafanaUrl: 'https://grafana.example.com' }), 'Kiali');
  expect(spec.external_services.grafana).toMatchObject({
    enabled: true, internal_url: 'http://grafana.monitoring', external_url: 'https://grafana.example.com', auth: { type: 'bearer', token: 'secret:kiali-grafana:token' },
  });
});

test('collector and Jaeger make no traces and no logs of the traces and logs that they get', () => {
  const quiet = objects(scene(), 'Telemetry').filter(({ metadata: { namespace } }) => namespace === 'observability');
  expect(quiet.map(({ spec: { accessLogging: [{ disabled }], selector, tracing } }) => [selector.matchLabels.app, tracing, disabled])).toEqual([
    ['jaeger-collector', [{ disableSpanReporting: true }], true], ['opentelemetry-collector', [{ disableSpanReporting: true }], true],
  ]);
});

test('its Prometheus has the rules, also those that are added later, and its Grafana the dashboards', () => {
  const all = scene();
  const maps = objects(all, 'ConfigMap');
  const [{ data }] = maps.filter(({ metadata: { name } }) => name === 'prometheus');
  expect(Object.keys(data).sort()).toEqual(['mesh-rules.yaml', 'prometheus.yml']);
  expect((loadAll(data['prometheus.yml']) as any[])[0].scrape_configs.map(({ job_name: job }: any) => job)).toContain('observability/opentelemetry-collector/http-prom');
  const mounts = objects(all, 'Deployment').find(({ metadata: { name } }) => name === 'grafana-v1').spec.template.spec.volumes.flatMap(({ configMap }: any) => configMap?.name ?? []);
  const dashboards = names(maps).filter(name => name.startsWith('grafana-dashboard-'));
  expect(dashboards).toEqual(expect.arrayContaining(['mesh', 'service', 'workload', 'performance', 'control-plane', 'canary'].map(name => `grafana-dashboard-${name}`)));
  expect(mounts).toEqual(expect.arrayContaining(dashboards.filter(name => name !== 'grafana-dashboard-folder')));
});

test('no pod of another namespace reads metrics at its Prometheus, which has no proxy; an Alertmanager is told', () => {
  const all = scene({ alertmanager: ServerAddress.url('http://alertmanager.monitoring:9093/alerts') });
  expect(objects(all, 'NetworkPolicy').map(({ spec }) => spec)).toEqual([{ podSelector: { matchLabels: { app: 'prometheus' } }, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }] }] }]);
  const [{ data }] = objects(all, 'ConfigMap').filter(({ metadata: { name } }) => name === 'prometheus');
  expect((loadAll(data['prometheus.yml']) as any[])[0].alerting).toEqual({ alertmanagers: [{ scheme: 'http', path_prefix: '/alerts', static_configs: [{ targets: ['alertmanager.monitoring:9093'] }] }] });
});

test('a page with metrics of others keeps what they say of where they come from', () => {
  const [{ data }] = objects(scene(), 'ConfigMap').filter(({ metadata: { name } }) => name === 'prometheus');
  const job = (loadAll(data['prometheus.yml']) as any[])[0].scrape_configs.find(({ job_name: name }: any) => name === 'observability/opentelemetry-collector/http-prom');
  expect([job.honor_labels, job.relabel_configs.map(({ target_label: label }: any) => label)]).toEqual([true, expect.not.arrayContaining(['namespace', 'pod', 'app', 'job'])]);
});

test('what one sender counts comes to one of two collectors; where there is one, nothing is said', () => {
  expect(objects(scene({ size: StackSize.DEVELOPMENT }), 'DestinationRule').filter(({ spec }) => spec.trafficPolicy.loadBalancer !== undefined)).toEqual([]);
  expect(objects(scene(), 'DestinationRule').map(({ spec }) => spec.trafficPolicy.loadBalancer)).toContainEqual({ consistentHash: { useSourceIp: true } });
});

test('whoever empties nodes leaves one collector', () => {
  expect(objects(scene(), 'PodDisruptionBudget').map(({ spec }) => spec)).toEqual([{ minAvailable: 1, selector: { matchLabels: { app: 'opentelemetry-collector' } } }]);
  expect(objects(scene({ size: StackSize.DEVELOPMENT }), 'PodDisruptionBudget')).toEqual([]);
});

describe('in ambient mode', () => {
  const ambient = (props: ObservabilityStackProps = {}, outdir?: string): Scene => scene(props, { mode: DataPlaneMode.AMBIENT, outdir });

  test.each([[StackSize.DEVELOPMENT], [StackSize.PRODUCTION]])('check finds nothing in it (%s)', size => {
    expect(findingsOf(outdir => {
      const { app } = ambient({ size }, outdir);
      expect(refusals({ 'stack.yaml': app.synthYaml() })).toEqual([]);
      app.synth();
    })).toEqual([]);
  });

  test('there is one collector, since no proxy of a node sends what one sender counts to one of two', () => {
    const all = ambient();
    expect(objects(all, 'Deployment').find(({ metadata: { name } }) => name === 'opentelemetry-collector-v1').spec.replicas).toBe(1);
    expect([...objects(all, 'DestinationRule'), ...objects(all, 'PodDisruptionBudget')]).toEqual([]);
  });

  test('its Prometheus takes part, is let in where metrics are, and lets in who asks it', () => {
    const all = ambient();
    const pods = objects(all, 'StatefulSet').find(({ metadata: { name } }) => name === 'prometheus-v1').spec.template.metadata.labels;
    expect([pods['istio.io/dataplane-mode'], objects(all, 'NetworkPolicy')]).toEqual(['ambient', []]);
    const letIn = (caller: string): unknown[] => objects(all, 'AuthorizationPolicy').flatMap(({ metadata: { name }, spec }) => (spec.rules ?? [])
      .filter(({ from }: any) => from?.[0].source.principals?.[0].endsWith(`/sa/${caller}`))
      .map(({ to }: any) => `${name}:${to?.[0].operation.ports}`));
    expect(letIn('prometheus').sort()).toEqual(['grafana:undefined', 'jaeger-collector:8888', 'kiali:9090', 'opentelemetry-collector:8888', 'prometheus:undefined']);
    expect([letIn('grafana'), letIn('kiali')]).toEqual([['jaeger-collector:16686', 'prometheus:undefined'], ['jaeger-collector:16685', 'prometheus:undefined']]);
  });

  test('on top of operators it is refused', () => {
    expect(() => ambient(OPERATORS)).toThrow(new Error('observability: the Prometheus of an operator gets no metrics from the collector and Jaeger in ambient mode, where they have no sidecar to serve them. Leave out preset: StackPreset.OPERATORS, or run sidecars.'));
  });
});

test('in development one pod of each keeps nothing, and all requests are traced', () => {
  const all = scene({ size: StackSize.DEVELOPMENT });
  expect(objects(all, 'StatefulSet')).toEqual([]);
  expect(objects(all, 'Deployment').find(({ metadata: { name } }) => name === 'opentelemetry-collector-v1').spec.replicas).toBe(1);
  expect(objects(all, 'Telemetry').flatMap(({ spec: { tracing } }) => tracing[0].randomSamplingPercentage ?? [])).toEqual([100]);
});

test('in production traces and metrics are kept on volumes', () => {
  expect(names(objects(scene(), 'StatefulSet'))).toEqual(['jaeger-collector-v1', 'prometheus-v1']);
});

test('on top of operators it is monitors, rules, dashboards and a resource of Kiali', () => {
  const all = scene(OPERATORS);
  expect(['ServiceMonitor', 'PodMonitor', 'PrometheusRule', 'Kiali'].map(kind => names(objects(all, kind)))).toEqual([
    ['istiod', 'opentelemetry-collector-http-prom'], ['envoy-stats'], ['mesh-rules'], ['kiali'],
  ]);
  expect([...objects(all, 'ServiceMonitor'), ...objects(all, 'PrometheusRule')].map(({ metadata }) => metadata.labels)).toEqual([{ release: 'prom' }, { release: 'prom' }, { release: 'prom' }]);
  expect(names(objects(all, 'Service')).filter(name => ['grafana', 'prometheus', 'kiali'].includes(name))).toEqual([]);
});

describe('its collector does what its configuration says', () => {
  function samplingConfig(): CollectorConfig {
    const config = new CollectorConfig();
    const processors = [OtelProcessor.tailSampling({ policies: { errors: SamplingPolicy.errors() } })];
    config.pipeline(Signal.TRACES, { receivers: [OtelReceiver.otlp()], processors });
    return config;
  }

  test('its traces come to the Jaeger, and all of one to one pod', () => {
    const all = scene({ collectorConfig: samplingConfig(), sampling: Percent.of(100) });
    const { exporters, processors } = fileOf(all, 'opentelemetry-collector', 'config.yaml').service.pipelines.traces;
    expect([processors, exporters]).toEqual([['memory_limiter', 'tail_sampling'], ['otlp_grpc/jaeger-collector']]);
    expect(objects(all, 'Deployment').find(({ metadata: { name } }) => name === 'opentelemetry-collector-v1').spec.replicas).toBe(1);
    expect([all.stack.collector.config, objects(all, 'PodDisruptionBudget')]).toEqual([expect.any(CollectorConfig), []]);
  });

  test.each([['by itself', {}], ['on top of operators', OPERATORS]])('%s, somebody asks for metrics of others where it shows them, and nowhere else', (_, props) => {
    const asked = (collectorConfig: CollectorConfig): string[] => scene({ ...props, collectorConfig }).app.synthYaml().match(/observability\/opentelemetry-collector\/\S+|port: http-prom\S*/g) ?? [];
    const shown = samplingConfig();
    shown.pipeline(Signal.METRICS, { receivers: [OtelReceiver.otlp({ name: 'more', protocols: [OtlpProtocol.GRPC], grpcPort: 5317 })], exporters: [OtelExporter.prometheus({ port: 9464 })] });
    expect([asked(samplingConfig()).length, new Set(asked(shown)).size]).toEqual([0, 1]);
  });

  test('check finds nothing in it', () => {
    expect(findingsOf(outdir => {
      const { app } = scene({ collectorConfig: samplingConfig(), sampling: Percent.of(100) }, { outdir });
      app.synth();
    })).toEqual([]);
  });

  test('without a way for traces it is refused', () => {
    const config = new CollectorConfig();
    config.pipeline(Signal.METRICS, { receivers: [OtelReceiver.otlp()], exporters: [OtelExporter.prometheus()] });
    expect(() => scene({ collectorConfig: config })).toThrow('observability/collector, exportTo: no pipeline has these signals: traces. Known signals: metrics. Add a pipeline to the configuration first.');
  });
});

test('of another mesh than Istio it is refused', () => {
  expect(() => new ObservabilityStack(new MeshApp({ mesh: Linkerd.mesh() }), 'observability')).toThrow(new Error('observability: an ObservabilityStack cannot be rendered for Linkerd. Only Istio supports it: leave it out, or use Istio.mesh({...}).'));
});

test('traces go to a backend of one\'s own, and Grafana and Kiali show them from there', () => {
  const tempo = ServerAddress.url('http://tempo.tracing:3200');
  const backend = OtlpBackend.host('tempo', 'tempo.tracing.svc.cluster.local', { signals: [Signal.TRACES] });
  const all = scene({ backend, sampling: Percent.of(1), tracing: KialiTracing.tempo(tempo), dataSources: [GrafanaDataSource.tempo(tempo)] });
  expect(all.stack.jaeger).toBeUndefined();
  expect(names(objects(all, 'Service'))).not.toContain('jaeger-collector');
  expect(fileOf(all, 'kiali', 'config.yaml').external_services.tracing).toEqual({ enabled: true, provider: 'tempo', internal_url: 'http://tempo.tracing:3200', use_grpc: false });
  expect(fileOf(all, 'grafana-data-sources', 'data-sources.yaml').datasources.map(({ uid }: any) => uid)).toEqual(['prometheus', 'tempo']);
  expect(fileOf(all, 'opentelemetry-collector', 'config.yaml').service.pipelines.traces.exporters).toContain('otlp_grpc/tempo');
});

test('the Kiali of the operator shows traces that a backend keeps', () => {
  const [{ spec }] = objects(scene({ ...OPERATORS, backend: LOKI, tracing: KialiTracing.tempo(ServerAddress.url('http://tempo.tracing:3200')) }), 'Kiali');
  expect(spec.external_services.tracing.provider).toBe('tempo');
});

test('the rules of a Prometheus elsewhere lie in a ConfigMap for whoever runs it, also what is added later', () => {
  const all = scene({ prometheus: ServerAddress.url('http://prometheus.monitoring:9090'), thresholds: { latency: Duration.millis(123) } });
  all.stack.rules.alert(AlertRule.of('ShopClosed', { query: IstioQueries.requestRate(), below: 1, summary: 'Nobody buys', runbook: 'Open the shop' }));
  const text = JSON.stringify(fileOf(all, 'mesh-rules', 'mesh-rules.yaml'));
  expect([text.includes('123'), text.includes('ShopClosed'), all.stack.prometheus]).toEqual([true, true, undefined]);
  expect(names(objects(scene(), 'ConfigMap'))).not.toContain('mesh-rules');
});

test('what it runs takes more that is said of it; on top of operators there is nothing of the kind', () => {
  const all = scene({ kialiAuth: KialiAuth.token({ secret: Secret.fromSecretName(new Chart(Testing.app(), 'elsewhere'), 'key', 'kiali-key'), key: 'key' }) });
  const { grafana, kiali, prometheus } = all.stack;
  grafana!.service.access.allowFrom(Caller.namespaces('ingress'));
  expect([prometheus!.service.serviceName, kiali!.service.serviceName]).toEqual(['prometheus', 'kiali']);
  expect(fileOf(all, 'kiali', 'config.yaml').auth).toEqual({ strategy: 'token' });
  expect(objects(all, 'AuthorizationPolicy').find(({ metadata: { name } }) => name === 'grafana').spec.rules[0].from).toEqual([{ source: { namespaces: ['ingress'] } }]);
  const { stack } = scene(OPERATORS);
  expect([stack.grafana, stack.kiali, stack.prometheus]).toEqual([undefined, undefined, undefined]);
});

test('logs of failed requests go to the collector, too', () => {
  const [{ spec }] = objects(scene({ accessLogs: LogFilter.errors(), backend: LOKI }), 'Telemetry');
  expect(spec.accessLogging).toEqual([{ providers: [{ name: 'otel-logs' }], filter: { expression: 'response.code >= 400' } }]);
});

test('[F084] the runbook opens its pages', () => {
  const { markdown: text } = Runbook.of(scene().app);
  ['kiali 20001:20001', 'grafana 3000:3000', 'prometheus 9090:9090', 'jaeger-collector 16686:16686'].forEach(forward => {
    expect(text).toContain(`kubectl port-forward -n observability service/${forward}`);
  });
});

describe('an API server takes it, and nothing is wrong with it', () => {
  test.each<[string, ObservabilityStackProps]>([
    ['by itself', {}], ['in development', { size: StackSize.DEVELOPMENT }], ['with logs', { accessLogs: LogFilter.errors(), backend: LOKI }], ['with a Prometheus elsewhere', { prometheus: ServerAddress.url('http://prometheus.monitoring:9090') }], ['on top of operators', OPERATORS],
  ])('%s', (_what, props) => {
    expect(findingsOf(outdir => {
      const { app } = scene(props, { outdir });
      expect(refusals({ 'stack.yaml': app.synthYaml() })).toEqual([]);
      app.synth();
    })).toEqual([]);
  });
});

test.each<[string, ObservabilityStackProps, string]>([
  ['sampling without a platform', { platform: undefined, sampling: Percent.of(1) }, 'observability: has no platform whose proxies would do it, so sampling has no effect. Set platform: ..., or leave it out.'],
  ['logs without a platform', { platform: undefined, accessLogs: LogFilter.errors() }, 'observability: has no platform whose proxies would do it, so accessLogs has no effect. Set platform: ..., or leave it out.'],
  ['logs that nobody keeps', { accessLogs: LogFilter.errors() }, 'observability: nothing here stores logs, so accessLogs would be discarded. Set a backend that accepts them, such as OtlpBackend.host(...), or leave it out.'],
  ['an Alertmanager of a Prometheus elsewhere', { ...OPERATORS, monitorLabels: undefined, alertmanager: ServerAddress.url('http://alertmanager:9093') }, 'observability: has no Prometheus of its own, so alertmanager has no effect. Configure the existing one, or leave it out.'],
  ['labels of monitors that are not there', { monitorLabels: {} }, 'observability: has no monitors, so monitorLabels has no effect. Set preset: StackPreset.OPERATORS, or leave it out.'],
  ['a Grafana elsewhere', { grafana: ServerAddress.url('http://grafana.monitoring') }, 'observability: has its own Grafana, so grafana has no effect. Set preset: StackPreset.OPERATORS, or leave it out.'],
  ['traces elsewhere beside a Jaeger', { tracing: KialiTracing.tempo(ServerAddress.url('http://tempo:3200')) }, 'observability: has its own Jaeger, which Kiali shows, so tracing has no effect. Set where traces are stored, backend: ..., or leave it out.'],
  ['data sources of a Grafana elsewhere', { ...OPERATORS, dataSources: [] }, 'observability: has no Grafana of its own, so dataSources has no effect. Configure the existing one, or leave it out.'],
  ['operators without a Prometheus', { preset: StackPreset.OPERATORS }, 'observability: Kiali does not know the Prometheus of the operator. Set prometheus: ServerAddress.url("http://prometheus-operated.monitoring:9090").'],
])('%s is refused', (_what, props, error) => {
  expect(() => scene(props)).toThrow(new Error(error));
});

test('looks like this', () => {
  const { stack } = scene({ size: StackSize.DEVELOPMENT });
  expect(stack.toJson().map(({ kind, metadata: { name } }: any) => `${kind}/${name}`)).toMatchSnapshot();
});

test.each(Object.values(StackSize))('of size %s its Prometheus keeps what a budget of a month needs, and a longer one is refused', size => {
  const { app, stack } = scene({ size });
  const shop = MeshService.adopt(new Chart(app, 'pay', { namespace: 'shop' }), 'pay', { port: 8080 });
  const objective = Percent.of(99.9);
  const promise = (days: number): ServiceObjective => ServiceObjective.availability(shop, { objective, period: Duration.days(days) });
  stack.rules.objective(promise(30));
  expect(() => app.synthYaml()).not.toThrow();
  const longer = scene({ size });
  longer.stack.rules.objective(promise(90));
  expect(() => longer.app.synthYaml()).toThrow('the objective "shop-pay-availability" covers 90d, but data is kept only for 31d.');
});
