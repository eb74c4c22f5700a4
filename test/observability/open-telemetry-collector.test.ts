import { readFileSync } from 'node:fs';
import { Chart, Size } from 'cdk8s';
import { Cpu, Secret } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { load } from 'js-yaml';
import {
  AppProtocol, ClientTls, CollectorConfig, DataPlaneMode, ExternalService, Istio, Jaeger, Linkerd, LogSink, MeshApp, MeshPlatform, MeshService,
  OpenTelemetryCollector, OpenTelemetryCollectorProps, OtelExporter, OtelProcessor, OtelReceiver, OtlpBackend, OtlpProtocol, Percent,
  SamplingPolicy, Signal,
} from '../../lib';
import { objectsOf, WEB } from '../support/shop-chart';
import { stackChart } from '../support/stack-chart';
import { refusals } from '../support/valid';

let app: MeshApp;
let platform: MeshPlatform;
let chart: Chart;
beforeEach(() => {
  app = new MeshApp({ mesh: Istio.mesh() });
  platform = new MeshPlatform(app, 'platform');
  platform.addNamespace('observability');
  chart = new Chart(app, 'telemetry', { namespace: 'observability' });
});

function collectorIn(props: OpenTelemetryCollectorProps = {}, id = 'collector'): OpenTelemetryCollector {
  return new OpenTelemetryCollector(chart, id, props);
}

function configOf(name = 'opentelemetry-collector'): any {
  return load(textOf(name));
}

function textOf(name = 'opentelemetry-collector'): string {
  return objectsOf(chart, 'ConfigMap').find(({ metadata }) => metadata.name === name).data['config.yaml'];
}

function podOf(kind = 'Deployment'): any {
  return objectsOf(chart, kind)[0].spec.template;
}

/** Traces of which all of one have to come together. */
function sampling(): CollectorConfig {
  const config = new CollectorConfig();
  const processors = [OtelProcessor.tailSampling({ policies: { errors: SamplingPolicy.errors() } })];
  config.pipeline(Signal.TRACES, { receivers: [OtelReceiver.otlp()], processors, exporters: [OtelExporter.debug()] });
  return config;
}

describe('by itself', () => {
  let collector: OpenTelemetryCollector;
  beforeEach(() => {
    collector = collectorIn();
  });

  test('[F067] it takes OpenTelemetry, refuses what is too much before it makes batches, and shows metrics', () => {
    const { exporters, extensions, processors, receivers, service } = configOf();
    expect(receivers).toEqual({ otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } } });
    expect(processors).toEqual({ memory_limiter: { check_interval: '1s', limit_mib: 512 }, batch: { timeout: '10s', send_batch_size: 1024 } });
    expect([exporters, extensions]).toEqual([{ debug: { verbosity: 'basic' }, prometheus: { endpoint: '0.0.0.0:8889', resource_to_telemetry_conversion: { enabled: true } } }, { health_check: { endpoint: '0.0.0.0:13133' } }]);
    expect(Object.values<any>(service.pipelines).map(pipeline => pipeline.processors)).toEqual([['memory_limiter', 'batch'], ['memory_limiter', 'batch'], ['memory_limiter', 'batch']]);
  });

  test('[F068] its pods read the configuration, tell that they are alive, and may take more memory than it', () => {
    const { metadata: { annotations }, spec: { containers: [container] } } = podOf();
    const { args, image, livenessProbe, readinessProbe, resources, securityContext, volumeMounts } = container;
    expect([image, args, volumeMounts]).toEqual(['otel/opentelemetry-collector-contrib:0.144.0', ['--config=/etc/otel/config.yaml'], [{ mountPath: '/etc/otel', name: 'opentelemetry-collector', readOnly: true }]]);
    expect([livenessProbe, readinessProbe].map(({ httpGet: { path, port } }) => [path, port])).toEqual([['/', 13_133], ['/', 13_133]]);
    expect([resources.limits.memory, securityContext.runAsUser]).toEqual(['640Mi', 10_001]);
    expect(annotations['checksum/opentelemetry-collector']).toMatch(/^[0-9a-f]{64}$/);
  });

  test('[F069] its Service says at each port what is spoken there', () => {
    const [{ metadata: { labels, name }, spec: { ports } }] = objectsOf(chart, 'Service');
    expect([name, labels]).toEqual(['opentelemetry-collector', { app: 'opentelemetry-collector' }]);
    expect(ports.map((port: any) => [port.name, port.port, port.appProtocol])).toEqual([
      ['grpc-otlp', 4317, 'grpc'], ['http-otlp', 4318, 'http'], ['http-prom', 8889, 'http'], ['http-metrics', 8888, 'http'],
    ]);
  });

  test('[F070] it lives in the namespace of its chart, which the platform renders', () => {
    const namespaces = objectsOf(platform.node.root.node.findChild('platform') as Chart, 'Namespace').map(({ metadata }) => metadata.name);
    expect([namespaces, objectsOf(chart, 'Deployment')[0].metadata.namespace]).toEqual([['observability'], 'observability']);
  });

  test('[F074] its pods say where their own metrics are, and the configuration shows them there to others', () => {
    const { metadata: { annotations } } = podOf();
    expect(['scrape', 'port', 'path'].map(key => annotations[`prometheus.io/${key}`])).toEqual(['true', '8888', '/metrics']);
    expect(configOf().service.telemetry.metrics.readers).toEqual([{ pull: { exporter: { prometheus: { host: '0.0.0.0', port: 8888, without_scope_info: true, without_units: true } } } }]);
  });

  test('[F054] whoever is there may send, where nobody may call by default; a Prometheus without a proxy reads the metrics of others', () => {
    expect(objectsOf(chart, 'AuthorizationPolicy')[0].spec.rules).toEqual([{ to: [{ operation: { ports: ['4317', '4318'] } }] }]);
    expect(objectsOf(chart, 'PeerAuthentication')[0].spec.portLevelMtls).toEqual({ 8889: { mode: 'DISABLE' } });
    expect(podOf().metadata.annotations['traffic.sidecar.istio.io/excludeInboundPorts']).toBe('8889');
  });

  test('more connections can be led past its proxy', () => {
    collector.service.proxy.capture({ excludeInboundPorts: [9090], excludeOutboundPorts: [3306] });
    const { metadata: { annotations } } = podOf();
    expect(['In', 'Out'].map(way => annotations[`traffic.sidecar.istio.io/exclude${way}boundPorts`])).toEqual(['8889,9090', '3306']);
  });

  test('without sidecars no port goes past a proxy: 8889 takes plain text as well', () => {
    const ambient = stackChart({ mode: DataPlaneMode.AMBIENT });
    new OpenTelemetryCollector(ambient, 'collector');
    expect(objectsOf(ambient, 'PeerAuthentication')[0].spec.portLevelMtls).toEqual({ 8889: { mode: 'PERMISSIVE' } });
    expect(objectsOf(ambient, 'AuthorizationPolicy')[0].spec.rules).toEqual([{ to: [{ operation: { ports: ['4317', '4318', '8889'] } }] }]);
  });

  test('proxies repeat no POST, which its clients repeat themselves', () => {
    const rules = objectsOf(chart, 'VirtualService')[0].spec.http;
    expect(rules.find(({ match }: any) => match[0].port === 4318).retries).toEqual({ attempts: 0 });
  });

  test('what it renders is valid, and twice the same', () => {
    expect(refusals({ 'all.yaml': app.synthYaml() })).toEqual([]);
    expect(textOf()).toBe(textOf());
  });
});

test('the page of the concept shows what it reads', () => {
  const page = readFileSync('docs/concepts/collector.md', 'utf8');
  const [, shown] = /reads:\n\n```yaml\n([^]*?)```/.exec(page)!;
  collectorIn().exportTo(new Jaeger(chart, 'jaeger'));
  expect(textOf()).toBe(shown);
});

describe('as a sink', () => {
  test('[F058] proxies send it traces and logs, over gRPC', () => {
    const collector = collectorIn();
    platform.telemetry.traceTo(collector, { sampling: Percent.of(10) });
    platform.telemetry.logTo(collector.logSink);
    const { meshConfig } = platform.installValues as any;
    const host = 'opentelemetry-collector.observability.svc.cluster.local';
    expect(meshConfig.extensionProviders).toEqual([{ name: 'otel-tracing', opentelemetry: { service: host, port: 4317 } }, { name: 'otel-logs', envoyOtelAls: { service: host, port: 4317 } }]);
    expect(refusals({ 'all.yaml': app.synthYaml() })).toEqual([]);
  });

  test('its own proxy makes no traces and no logs of the traces and logs that it gets and sends on', () => {
    const collector = collectorIn();
    collector.exportTo(new Jaeger(chart, 'jaeger'));
    platform.telemetry.logTo(collector.logSink);
    platform.telemetry.logTo(LogSink.file('json'));
    const providers = [{ name: 'json' }, { name: 'otel-logs' }];
    expect(objectsOf(chart, 'Telemetry').map(({ spec }) => spec)).toEqual(['opentelemetry-collector', 'jaeger-collector'].map(name => (
      { selector: { matchLabels: { app: name } }, tracing: [{ disableSpanReporting: true }], accessLogging: [{ disabled: true, providers }] }
    )));
    expect(() => collector.service.telemetry.traceTo(collector)).toThrow('stopTracing is already set');
  });

  test('what has no way for logs is no sink for them, and what speaks HTTP alone none at all', () => {
    const config = new CollectorConfig();
    config.pipeline(Signal.TRACES, { receivers: [OtelReceiver.otlp({ protocols: [OtlpProtocol.HTTP] })], exporters: [OtelExporter.debug()] });
    const collector = collectorIn({ config });
    expect(() => collector.logSink).toThrow('telemetry/collector, logSink: no pipeline accepts logs. Add one: config.pipeline(Signal.LOGS, ...).');
    expect(() => { platform.telemetry.traceTo(collector); }).toThrow('telemetry/collector, as a sink for traces: does not accept OpenTelemetry over grpc. Add OtelReceiver.otlp() to a pipeline.');
  });
});

describe('[F065] what an application is told', () => {
  function told(env: Record<string, any>): Record<string, unknown> {
    const web = new MeshService(new Chart(app, 'shop', { namespace: 'shop' }), 'web', { ...WEB, port: 8080, env });
    const all = objectsOf(Chart.of(web), 'Deployment')[0].spec.template.spec.containers[0].env;
    return Object.fromEntries(all.map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom.fieldRef.fieldPath]));
  }

  test('is the full name of the collector, who it is, and how contexts are passed on', () => {
    const env = collectorIn().envFor({ serviceName: 'web', environment: 'a b', attributes: { 'service.version': '1.4.2' }, sampling: Percent.of(25) });
    expect(told(env)).toEqual({
      POD_NAME: 'metadata.name',
      POD_NAMESPACE: 'metadata.namespace',
      POD_IP: 'status.podIP',
      OTEL_SERVICE_NAME: 'web',
      OTEL_RESOURCE_ATTRIBUTES: 'service.namespace=$(POD_NAMESPACE),service.instance.id=$(POD_NAME),k8s.namespace.name=$(POD_NAMESPACE),k8s.pod.name=$(POD_NAME),k8s.pod.ip=$(POD_IP),deployment.environment.name=a%20b,service.version=1.4.2',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://opentelemetry-collector.observability.svc.cluster.local:4317',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_PROPAGATORS: 'tracecontext,baggage',
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
    });
  });

  test('is the name of the environment where there is one, and else nothing of it', () => {
    const envOf = (scope: Construct): string => {
      const space = new Chart(scope, 'telemetry', { namespace: 'observability' });
      return JSON.stringify(new OpenTelemetryCollector(space, 'collector').envFor({ serviceName: 'web' }));
    };
    const fresh = new MeshApp({ mesh: Istio.mesh() });
    expect(envOf(fresh)).not.toContain('deployment.environment');
    expect(envOf(fresh.environment('dev'))).toContain('deployment.environment.name=dev');
  });

  test('is the port of what it shall speak', () => {
    const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: protocol } = told(collectorIn().envFor({ serviceName: 'web', protocol: OtlpProtocol.HTTP }));
    expect([endpoint, protocol]).toEqual(['http://opentelemetry-collector.observability.svc.cluster.local:4318', 'http/protobuf']);
  });

  test.each([
    ['no name', { serviceName: ' ' }, 'telemetry/collector, envFor: the application has no name. Set serviceName.'],
    ['an attribute that is none', { serviceName: 'web', attributes: { 'a=b': 'c' } }, 'telemetry/collector, envFor: "a=b" is not a valid attribute name. Write it without spaces, "," and "=", such as "service.version".'],
  ])('with %s is refused', (_, application, problem) => {
    expect(() => collectorIn().envFor(application)).toThrow(problem);
  });
});

describe('how it runs', () => {
  test('on every node, it is a DaemonSet', () => {
    collectorIn({ everyNode: true });
    expect([objectsOf(chart, 'Deployment'), objectsOf(chart, 'DaemonSet').length, objectsOf(chart, 'Service')[0].spec.internalTrafficPolicy]).toEqual([[], 1, 'Local']);
  });

  test('on every node, also those with taints, unless they shall have none', () => {
    collectorIn({ everyNode: true });
    collectorIn({ everyNode: true, onTaintedNodes: false, serviceName: 'few' }, 'few');
    expect(objectsOf(chart, 'DaemonSet').map(({ spec }) => spec.template.spec.tolerations)).toEqual([[{ operator: 'Exists' }], undefined]);
    expect(() => collectorIn({ onTaintedNodes: true, serviceName: 'gateway' }, 'gateway')).toThrow(new Error('telemetry/gateway: does not run on every node, so onTaintedNodes has no effect. Set everyNode: true, or leave it out.'));
  });

  test.each<[string, OpenTelemetryCollectorProps, boolean | undefined, boolean]>([
    ['every node, those of its own', { everyNode: true }, undefined, true],
    ['every node, those of all if that is said', { everyNode: true }, false, false],
    ['some nodes, those of all', {}, undefined, false],
  ])('of pods it knows on %s', (_, props, ownNode, expected) => {
    const config = new CollectorConfig();
    const pipeline = { receivers: [OtelReceiver.otlp()], exporters: [OtelExporter.debug()] };
    config.pipeline(Signal.TRACES, { ...pipeline, processors: [OtelProcessor.kubernetesAttributes({ ownNode })] });
    collectorIn({ config, ...props });
    config.pipeline(Signal.LOGS, { ...pipeline, receivers: [OtelReceiver.of('filelog')], exporters: [OtelExporter.debug({ name: 'logs' })], processors: [OtelProcessor.kubernetesAttributes({ ownNode, name: 'late' })] });
    const { processors } = configOf();
    const found = ['k8sattributes', 'k8sattributes/late'].map(id => processors[id].filter?.node_from_env_var === 'K8S_NODE_NAME');
    const { spec: { containers: [{ env }] } } = podOf(props.everyNode ? 'DaemonSet' : 'Deployment');
    expect([...found, env.some(({ name }: any) => name === 'K8S_NODE_NAME')]).toEqual([expected, expected, expected]);
  });

  test('without the mesh it says nothing of access', () => {
    collectorIn({ inMesh: false });
    expect(['AuthorizationPolicy', 'PeerAuthentication'].flatMap(kind => objectsOf(chart, kind))).toEqual([]);
  });

  test('with Linkerd it runs without the mesh, and so does a Jaeger', () => {
    app = new MeshApp({ mesh: Linkerd.mesh() });
    chart = new Chart(app, 'telemetry', { namespace: 'observability' });
    collectorIn({ inMesh: false }).exportTo(new Jaeger(chart, 'jaeger', { inMesh: false }));
    expect(configOf().service.pipelines.traces.exporters).toEqual(['otlp_grpc/jaeger-collector']);
    expect(() => collectorIn({ serviceName: 'inside' }, 'inside')).toThrow('shutdownTime of proxies cannot be rendered for Linkerd.');
  });

  test('what asks the API server gets the right to, and the token of its account', () => {
    const config = new CollectorConfig();
    const processors = [OtelProcessor.kubernetesAttributes({ ownNode: true })];
    config.pipeline(Signal.LOGS, { receivers: [OtelReceiver.otlp()], processors, exporters: [OtelExporter.debug()] });
    collectorIn({ config, everyNode: true });
    expect(objectsOf(chart, 'ClusterRole').map(({ rules }) => rules.flatMap(({ resources }: any) => resources))).toEqual([['namespaces', 'pods', 'replicasets']]);
    const { spec: { automountServiceAccountToken, containers: [{ env }] } } = podOf('DaemonSet');
    expect([automountServiceAccountToken, env.find(({ name }: any) => name === 'K8S_NODE_NAME').valueFrom.fieldRef.fieldPath]).toEqual([true, 'spec.nodeName']);
    expect(refusals({ 'all.yaml': app.synthYaml() })).toEqual([]);
  });

  test('another version of the configuration is another image', () => {
    const later = 'otel/opentelemetry-collector-contrib:0.150.0';
    collectorIn({ image: later });
    expect(podOf().spec.containers[0].image).toBe(later);
  });

  test.each([
    ['less memory than its config takes', { resources: { memory: { limit: Size.mebibytes(512) } } }, 'is killed at 512Mi of memory, but accepts 512Mi by its config before it refuses data. Raise the limit in resources, for example to 640Mi, or lower memoryLimit.'],
    ['no limit of memory', { resources: { cpu: { limit: Cpu.units(1) } } }, 'has no memory limit, but accepts 512Mi by its config before it refuses data. Raise the limit in resources, for example to 640Mi, or lower memoryLimit.'],
  ])('with %s is refused', (_, props, problem) => {
    expect(() => collectorIn(props)).toThrow(`telemetry/collector: ${problem}`);
  });

  test('one configuration is that of one collector', () => {
    const config = sampling();
    collectorIn({ config });
    expect(() => collectorIn({ config, serviceName: 'other' }, 'other')).toThrow('telemetry/other: its config already belongs to "telemetry/collector", and changes of one would affect the other. Create a CollectorConfig for each.');
  });

  test('two of a namespace need two names', () => {
    collectorIn();
    expect(() => collectorIn({}, 'other')).toThrow(new Error('telemetry/other: "telemetry/collector" has the collector "opentelemetry-collector" in the namespace "observability" already, and one would replace the other. Give one of the two another serviceName.'));
  });

  test('a receiver that comes after the Service, and a pipeline that leads nowhere, are complained of at the end', () => {
    const config = sampling();
    collectorIn({ config });
    config.pipeline(Signal.TRACES, { name: 'late', receivers: [OtelReceiver.zipkin()] });
    expect(() => app.synthYaml()).toThrow(/telemetry\/collector: the pipeline "traces\/late" has no exporter\. Add an exporter, or call exportTo\.[^]*its config also listens at port 9411 \("http-zipkin"\), but this was set after its Service was created\. Add the pipeline before the collector\./);
  });

  test('a processor that asks for more of the pods is complained of when it comes later', () => {
    const config = new CollectorConfig();
    const receivers = [OtelReceiver.otlp()];
    config.pipeline(Signal.TRACES, { receivers, exporters: [OtelExporter.debug()] });
    collectorIn({ config });
    config.pipeline(Signal.LOGS, { receivers, processors: [OtelProcessor.kubernetesAttributes()], exporters: [OtelExporter.debug({ name: 'logs' })] });
    expect(() => app.synthYaml()).toThrow('telemetry/collector: its config samples whole traces, scrapes metrics or queries the API server, but this was set after its pods were created. Add the pipeline before the collector.');
  });

  test('without a pipeline it would not start', () => {
    collectorIn({ config: new CollectorConfig() });
    expect(() => app.synthYaml()).toThrow('telemetry/collector: its config has no pipeline, so the collector would not start. Call pipeline on it.');
  });
});

describe('pages with metrics', () => {
  function asking(target: string): CollectorConfig {
    const config = new CollectorConfig();
    const receivers = [OtelReceiver.prometheus({ jobs: [{ job: 'web', targets: [target] }] })];
    config.pipeline(Signal.METRICS, { receivers, exporters: [OtelExporter.prometheus()] });
    return config;
  }

  test('are asked by one pod, so that nothing is counted twice', () => {
    collectorIn({ config: asking('web.shop.svc.cluster.local:8080'), headless: true });
    expect(objectsOf(chart, 'Deployment')[0].spec.replicas).toBe(1);
  });

  test.each([
    ['several pods', { replicas: 2 }, 'telemetry/collector: scrapes metrics, and each of 2 pods would scrape all targets again. Set replicas: 1. Or leave OtelReceiver.prometheus to a separate collector.'],
    ['the pods of all nodes', { everyNode: true }, 'telemetry/collector: scrapes metrics, and the collector of each node would scrape all targets again. Or leave OtelReceiver.prometheus to a separate collector.'],
  ])('are not asked by %s', (_, props, problem) => {
    expect(() => collectorIn({ config: asking('web.shop.svc.cluster.local:8080'), ...props })).toThrow(new Error(problem));
  });

  test('of each pod itself are asked by each', () => {
    collectorIn({ config: asking('localhost:9102'), replicas: 3 });
    expect(objectsOf(chart, 'Deployment')[0].spec.replicas).toBe(3);
  });

  test('that are shown only later have no port, which is complained of', () => {
    const config = sampling();
    collectorIn({ config });
    config.pipeline(Signal.METRICS, { receivers: [OtelReceiver.otlp({ name: 'more', grpcPort: 5317, protocols: [OtlpProtocol.GRPC] })], exporters: [OtelExporter.prometheus()] });
    expect(() => app.synthYaml()).toThrow('its config also listens at port 8889 ("http-prom"), but this was set after its Service was created. Add the pipeline before the collector.');
  });
});

describe('whole traces', () => {
  test('come to one pod', () => {
    collectorIn({ config: sampling() });
    expect(objectsOf(chart, 'Deployment')[0].spec.replicas).toBe(1);
  });

  test.each([
    ['several pods', { replicas: 3 }, /^telemetry\/collector: samples whole traces, and each of 3 pods sees only part of one\. Set replicas: 1\. Or use it in a collector with headless: true/],
    ['the pods of all nodes', { everyNode: true }, /^telemetry\/collector: samples whole traces, and the collector of each node sees only part of one\. Or use it/],
  ])('do not come to %s', (_, props, problem) => {
    expect(() => collectorIn({ config: sampling(), ...props })).toThrow(problem);
  });

  test('come to one of several pods, whose collector in front tells them apart', () => {
    const second = collectorIn({ config: sampling(), headless: true, serviceName: 'sampling' }, 'second');
    const first = collectorIn();
    first.exportTo(second);
    const { exporters, service: { pipelines } } = configOf();
    expect(exporters['loadbalancing/sampling'].resolver).toEqual({ dns: { hostname: 'sampling.observability.svc.cluster.local', port: '4317' } });
    expect([pipelines.traces.exporters, pipelines.logs.exporters]).toEqual([['loadbalancing/sampling'], ['debug']]);
    expect(objectsOf(chart, 'Deployment')[0].spec.replicas).toBe(2);
    const [ofPods, ofAll] = objectsOf(chart, 'Service').map(({ spec: { ports: [main] } }) => [main.name, main.port, main.appProtocol]);
    expect([ofPods, ofAll]).toEqual([['tcp-otlp', 4317, 'tcp'], ['grpc-otlp', 4317, 'grpc']]);
    expect(refusals({ 'all.yaml': app.synthYaml() })).toEqual([]);
  });
});

test('proxies send nothing to pods that a collector in front tells apart', () => {
  const collector = collectorIn({ headless: true });
  const problem = 'is headless, for a collector in front that sends to its pods individually, so proxies cannot send to it. Use the one in front.';
  expect(() => { platform.telemetry.traceTo(collector); }).toThrow(`telemetry/collector, as a sink for traces: ${problem}`);
  expect(() => collector.logSink).toThrow(`telemetry/collector, logSink: ${problem}`);
});

describe('exportTo', () => {
  test('sends what a backend takes there, another collector all', () => {
    const gateway = collectorIn({ serviceName: 'gateway' }, 'gateway');
    const agent = collectorIn({ everyNode: true });
    agent.exportTo(gateway);
    const { service: { pipelines } } = configOf();
    expect(['traces', 'metrics', 'logs'].map(signal => pipelines[signal].exporters.at(-1))).toEqual(Array(3).fill('otlp_grpc/gateway'));
  });

  test('leaves out of the log what goes elsewhere, whenever that is said', () => {
    const collector = collectorIn();
    const exporters = (): unknown => Object.entries<any>(configOf().service.pipelines).map(([, pipeline]) => pipeline.exporters);
    expect(exporters()).toEqual([['debug'], ['prometheus'], ['debug']]);
    collector.exportTo(OtlpBackend.host('cloud', 'otlp.example.com', { signals: [Signal.TRACES] }));
    expect(exporters()).toEqual([['otlp_grpc/cloud'], ['prometheus'], ['debug']]);
    collector.exportTo(OtlpBackend.host('loki', 'loki.loki.svc.cluster.local', { signals: [Signal.LOGS] }));
    expect([exporters(), Object.keys(configOf().exporters)]).toEqual([[['otlp_grpc/cloud'], ['prometheus'], ['otlp_grpc/loki']], ['prometheus', 'otlp_grpc/cloud', 'otlp_grpc/loki']]);
  });

  test('gives the container the values of Secrets that a backend asks for', () => {
    const secret = Secret.fromSecretName(chart, 'secret', 'cloud');
    collectorIn().exportTo(OtlpBackend.host('cloud', 'otlp.example.com', { tls: true, headers: { 'x-api-key': { secret, key: 'key' } } }));
    expect(configOf().exporters['otlp_grpc/cloud'].headers).toEqual({ 'x-api-key': '${env:OTLP_CLOUD_X_API_KEY}' });
    expect(podOf().spec.containers[0].env.at(-1)).toEqual({ name: 'OTLP_CLOUD_X_API_KEY', valueFrom: { secretKeyRef: { name: 'cloud', key: 'key' } } });
  });

  test('takes some signals alone, also in two steps', () => {
    const cloud = new ExternalService(chart, 'cloud', { host: 'otlp.example.com', port: 443, protocol: AppProtocol.GRPC, originateTls: ClientTls.simple() });
    const backend = OtlpBackend.external('cloud', cloud);
    const collector = collectorIn();
    collector.exportTo(backend, { signals: [Signal.LOGS] });
    collector.exportTo(backend, { signals: [Signal.TRACES] });
    const { exporters, service: { pipelines } } = configOf();
    expect(exporters['otlp_grpc/cloud']).toEqual({ endpoint: 'otlp.example.com:443', tls: { insecure: true } });
    expect(['traces', 'metrics', 'logs'].map(signal => pipelines[signal].exporters.includes('otlp_grpc/cloud'))).toEqual([true, false, true]);
  });

  test.each([
    ['a signal that the backend does not take', { signals: [Signal.METRICS] }, 'telemetry/collector, exportTo: the backend does not accept metrics. Known signals: traces. Leave signals out for all.'],
    ['no signal', { signals: [] }, 'telemetry/collector, exportTo: signals is empty. Known signals: traces. Leave signals out for all.'],
  ])('of %s is refused', (_, options, problem) => {
    const tempo = OtlpBackend.host('tempo', 'tempo.tempo.svc.cluster.local', { signals: [Signal.TRACES] });
    expect(() => { collectorIn().exportTo(tempo, options); }).toThrow(problem);
  });

  test('of what no pipeline has is refused', () => {
    const loki = OtlpBackend.host('loki', 'loki.loki.svc.cluster.local', { signals: [Signal.LOGS] });
    expect(() => { collectorIn({ config: sampling() }).exportTo(loki); }).toThrow('telemetry/collector, exportTo: no pipeline has these signals: logs. Known signals: traces. Add a pipeline to the configuration first.');
  });

  test('to itself, or in a circle, is refused; of other signals it is none', () => {
    const first = collectorIn();
    const [second, third] = ['second', 'third'].map(name => collectorIn({ serviceName: name, traceSinkName: name, logSinkName: name }, name));
    expect(() => { first.exportTo(first); }).toThrow(new Error('telemetry/collector, exportTo: its own traces would return to it in an endless loop. Use a backend, or another collector.'));
    first.exportTo(second, { signals: [Signal.TRACES] });
    second.exportTo(third);
    expect(() => { third.exportTo(first); }).toThrow(new Error('telemetry/third, exportTo: "telemetry/collector" already exports traces to it, so they would go in an endless loop. Leave out one of the two directions, or set other signals for it.'));
    third.exportTo(first, { signals: [Signal.LOGS] });
    expect(configOf('third').service.pipelines.traces.exporters).toEqual(['debug']);
  });

  test('to nothing is refused', () => {
    expect(() => { collectorIn().exportTo(undefined as any); }).toThrow('telemetry/collector, exportTo: no backend given. Check the import or the variable.');
  });
});
