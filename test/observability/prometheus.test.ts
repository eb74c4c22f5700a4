import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Chart, Duration, Size } from 'cdk8s';
import { load } from 'js-yaml';
import {
  AlertRule, Caller, DataPlaneMode, MeshQuery, MeshRules, MeshService, MetricUnit, MutualTls, Percent, Prometheus, PrometheusProps,
  ServerAddress, ServiceObjective,
} from '../../lib';
import { fill, temporaryFolder } from '../support/folder';
import { promtool, promtoolSays, promtoolTest, renderedPromtoolTest } from '../support/promtool';
import { relabeled, TargetLabels } from '../support/relabeled';
import { objectsOf } from '../support/shop-chart';
import { problemsIn, stackChart } from '../support/stack-chart';

const folder = temporaryFolder();

let chart: Chart;
beforeEach(() => {
  chart = stackChart();
});

function prometheusIn(props: PrometheusProps = {}): Prometheus {
  return new Prometheus(chart, 'prometheus', props);
}

function filesOf(): Record<string, string> {
  return objectsOf(chart, 'ConfigMap')[0].data;
}

function configOf(): any {
  return load(filesOf()['prometheus.yml']);
}

function jobOf(name: string): any {
  return configOf().scrape_configs.find(({ job_name: job }: any) => job === name);
}

function webWithMetrics(): MeshService {
  const shop = new Chart(chart.node.root, 'shop', { namespace: 'shop' });
  const web = new MeshService(shop, 'web', { image: 'registry.example.com/web:1.4.2', port: 8080, morePorts: [{ name: 'http-metrics', port: 80, targetPort: 9102 }] });
  web.access.mutualTls(MutualTls.PERMISSIVE, 80);
  web.access.allowFrom(Caller.anyone(), { ports: [80] });
  return web;
}

test('it runs by itself: outside of the mesh, with a token and few rights, and writes to its own folder alone', () => {
  prometheusIn();
  const { spec: { template: { metadata: { annotations, labels }, spec } } } = objectsOf(chart, 'Deployment')[0];
  const [{ args, securityContext: { readOnlyRootFilesystem: isReadOnly, runAsUser: user }, volumeMounts }] = spec.containers;
  expect(chart.toJson().map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual([
    'ConfigMap prometheus', 'ClusterRole observability-prometheus', 'ClusterRoleBinding observability-prometheus', 'ServiceAccount prometheus', 'Service prometheus',
    'Deployment prometheus-v1',
  ]);
  expect([labels['sidecar.istio.io/inject'], spec.automountServiceAccountToken, isReadOnly, user]).toEqual(['false', true, true, 65534]);
  expect(volumeMounts.map(({ mountPath, readOnly }: any) => [mountPath, readOnly])).toEqual([['/etc/prometheus/files', true], ['/prometheus', undefined]]);
  expect(args).toEqual([
    '--config.file=/etc/prometheus/files/prometheus.yml', '--storage.tsdb.path=/prometheus', '--storage.tsdb.retention.time=1d', '--storage.tsdb.retention.size=3276MB',
  ]);
  expect(objectsOf(chart, 'ClusterRole')[0].rules.map(({ resources, verbs }: any) => [...resources, ...verbs].join(' '))).toEqual([
    'pods get list watch', 'nodes get list watch', 'nodes/metrics get',
  ]);
  expect(annotations['checksum/prometheus']).toMatch(/^[0-9a-f]{64}$/);
  expect(problemsIn(chart)).toEqual([]);
});

test('with storage it is a StatefulSet, which keeps what it has seen for 15 days, in less than its volume', () => {
  prometheusIn({ storage: Size.gibibytes(50), storageClass: 'fast', retention: Duration.days(30) });
  const { spec: { template: { spec }, volumeClaimTemplates: [claim] } } = objectsOf(chart, 'StatefulSet')[0];
  expect([claim.spec.resources.requests.storage, claim.spec.storageClassName, spec.securityContext.fsGroup]).toEqual(['50Gi', 'fast', 65534]);
  expect(spec.containers[0].args.slice(2)).toEqual(['--storage.tsdb.retention.time=30d', '--storage.tsdb.retention.size=40960MB']);
});

test('a class of storage without storage is refused', () => {
  expect(() => prometheusIn({ storageClass: 'fast' })).toThrow(new Error('stack/prometheus: has no storage, so storageClass has no effect. Set storage: Size.gibibytes(50), or leave it out.'));
});

test('[F071] [F072] it asks itself, istiod, proxies, annotated pods and kubelets', () => {
  prometheusIn();
  expect(configOf().scrape_configs.map(({ job_name: job }: any) => job)).toEqual(['prometheus', 'istiod', 'envoy-stats', 'annotated-pods', 'kubernetes-cadvisor']);
  expect(jobOf('istiod').kubernetes_sd_configs).toEqual([{ role: 'pod', namespaces: { names: ['istio-system'] } }]);
  expect(jobOf('envoy-stats')).toMatchObject({ metrics_path: '/stats/prometheus', kubernetes_sd_configs: [{ role: 'pod' }] });
});

test('without metrics of containers it sees no nodes', () => {
  prometheusIn({ containerMetrics: false });
  expect([jobOf('kubernetes-cadvisor'), objectsOf(chart, 'ClusterRole')[0].rules.length]).toEqual([undefined, 1]);
});

/** The labels that a job leaves a pod with; undefined: it does not ask the pod. */
function targetOf(job: string, pod: TargetLabels): TargetLabels | undefined {
  return relabeled({ __address__: '10.0.0.9:8080', __metrics_path__: '/metrics', ...pod }, jobOf(job).relabel_configs);
}

function podOf(said: Readonly<Record<string, string>>): Record<string, string> {
  const pod = { namespace: 'shop', pod_name: 'web-1', pod_ip: '10.0.0.9', pod_phase: 'Running', pod_container_name: 'app', ...said };
  return Object.fromEntries(Object.entries(pod).map(([name, value]) => [`__meta_kubernetes_${name}`, value]));
}

const ANNOTATED = { pod_annotation_prometheus_io_scrape: 'true', pod_annotation_prometheus_io_port: '15020', pod_annotation_prometheus_io_path: '/stats/prometheus' };
const INJECTED = { ...ANNOTATED, pod_annotationpresent_sidecar_istio_io_status: 'true' };
const ALONE = { ...ANNOTATED, pod_annotation_prometheus_io_port: '8888', pod_annotation_prometheus_io_path: '/metrics', pod_label_app: 'collector' };
const ASKED_PROXY = { __address__: '10.0.0.9:15020', __metrics_path__: '/stats/prometheus', namespace: 'shop', pod: 'web-1' };

const PODS: readonly [string, string, Record<string, string>, unknown][] = [
  ['[F072] envoy-stats', 'a proxy at its port for merged metrics', { ...INJECTED, pod_container_name: 'istio-proxy', pod_label_app: 'web' }, { ...ASKED_PROXY, app: 'web' }],
  ['[F072] envoy-stats', 'ztunnel and waypoints, which nobody injects', { ...ANNOTATED, pod_container_name: 'istio-proxy' }, ASKED_PROXY],
  ['[F072] envoy-stats', 'no container beside a proxy', INJECTED, undefined],
  ['[F072] envoy-stats', 'no proxy that has ended', { ...INJECTED, pod_container_name: 'istio-proxy', pod_phase: 'Succeeded' }, undefined],
  ['[F074] annotated-pods', 'a pod without a proxy where it says', ALONE, { __address__: '10.0.0.9:8888', __metrics_path__: '/metrics', namespace: 'shop', pod: 'web-1', app: 'collector' }],
  ['[F074] annotated-pods', 'a pod of IPv6', { ...ALONE, pod_ip: 'fd00::9' }, expect.objectContaining({ __address__: '[fd00::9]:8888' })],
  ['[F075] annotated-pods', 'no pod whose proxy serves its metrics', INJECTED, undefined],
  ['[F074] annotated-pods', 'no pod that says nothing', {}, undefined],
  ['[F074] annotated-pods', 'no control plane a second time', { ...ALONE, pod_label_istio: 'pilot' }, undefined],
  ['[F071] istiod', 'the control plane at 15014', { pod_label_istio: 'pilot', pod_label_app: 'istiod' }, { __address__: '10.0.0.9:15014', __metrics_path__: '/metrics', namespace: 'shop', pod: 'web-1', app: 'istiod' }],
  ['[F071] istiod', 'nothing else', ALONE, undefined],
];

test.each(PODS)('%s asks %s', (job, _what, pod, target) => {
  prometheusIn();
  expect(targetOf(job.slice(7), podOf(pod))).toEqual(target);
});

test('[F073] it asks a service at a port of its pods that is taken from it', () => {
  prometheusIn().scrape(webWithMetrics(), { port: 80, interval: Duration.minutes(1) });
  expect(jobOf('shop/web/http-metrics')).toMatchObject({ scrape_interval: '60s', metrics_path: '/metrics', kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: ['shop'] } }] });
  expect(targetOf('shop/web/http-metrics', podOf({ pod_label_app: 'web' }))).toEqual({
    __address__: '10.0.0.9:9102', __metrics_path__: '/metrics', namespace: 'shop', pod: 'web-1', app: 'web', job: 'web', service: 'web',
  });
  expect(problemsIn(chart)).toEqual([]);
});

test('[F075] a port that takes mutual TLS alone is refused', () => {
  prometheusIn().scrape(webWithMetrics());
  expect(problemsIn(chart)).toEqual([expect.stringMatching(/^stack\/prometheus, scrape: port 8080 of shop\/web accepts only mutual TLS, which Prometheus does not have, so it would get nothing\./)]);
});

test('an Alertmanager that would not let it in is refused, with what opens it', () => {
  const alertmanager = new MeshService(chart, 'alertmanager', { image: 'prom/alertmanager:v0.28.1', port: 9093 });
  expect(() => prometheusIn({ alertmanager: ServerAddress.ofService(alertmanager) })).toThrow(new Error('stack/prometheus: alertmanager: stack/alertmanager is in the mesh, but Prometheus is not, so it cannot prove its identity. Set inMesh: false on stack/alertmanager; or open its port, access.mutualTls(MutualTls.PERMISSIVE, 9093) and access.allowFrom(Caller.anyone(), { ports: [9093] }), and refer to it with ServerAddress.url("http://alertmanager.observability.svc.cluster.local:9093").'));
});

test('an Alertmanager outside of the mesh is told', () => {
  const alertmanager = new MeshService(chart, 'alertmanager', { image: 'prom/alertmanager:v0.28.1', port: 9093, inMesh: false });
  prometheusIn({ alertmanager: ServerAddress.ofService(alertmanager) });
  expect(configOf().alerting.alertmanagers[0].static_configs).toEqual([{ targets: ['alertmanager.observability.svc.cluster.local:9093'] }]);
});

describe('in ambient mode', () => {
  function asked(): { prometheus: Prometheus; web: MeshService } {
    chart = stackChart({ mode: DataPlaneMode.AMBIENT });
    const prometheus = prometheusIn();
    const web = new MeshService(new Chart(chart.node.root, 'shop', { namespace: 'shop' }), 'web', { image: 'registry.example.com/web:1.4.2', port: 8080 });
    prometheus.scrape(web, { port: 8080 });
    return { prometheus, web };
  }

  test('it takes part in the mesh, and asks a port under mutual TLS where it is let in', () => {
    const { prometheus, web } = asked();
    web.access.allowFrom(prometheus.service, { ports: [8080] });
    expect([objectsOf(chart, 'Deployment')[0].spec.template.metadata.labels['istio.io/dataplane-mode'], problemsIn(chart)]).toEqual(['ambient', []]);
  });

  test('a port where it is not let in is refused', () => {
    asked();
    expect(problemsIn(chart)).toEqual(['stack/prometheus, scrape: is not let in at port 8080 of shop/web. Call access.allowFrom(prometheus.service, { ports: [8080] }) on the service.']);
  });

  test('who is told to ask it is let in', () => {
    const { prometheus, web } = asked();
    web.access.allowFrom(prometheus.service);
    ServerAddress.ofService(prometheus.service)._for(web);
    expect(objectsOf(chart, 'AuthorizationPolicy').find(({ metadata: { name } }) => name === 'prometheus').spec.rules[0].from[0].source.principals).toEqual(['cluster.local/ns/shop/sa/web']);
  });
});

test('it is told of a port once', () => {
  const prometheus = prometheusIn();
  const web = webWithMetrics();
  prometheus.scrape(web, { port: 80 });
  expect(() => prometheus.scrape(web, { port: 80, path: '/other' })).toThrow(new Error('stack/prometheus, scrape: already scrapes port 80 of shop/web. Set it once.'));
});

const RULES = 'groups:\n  - name: mesh\n    rules:\n      - record: mesh:requests\n        expr: sum(rate(istio_requests_total[5m]))\n';

test('files of rules lie beside its configuration, which names them, whichever was said first', () => {
  const prometheus = prometheusIn();
  prometheus.addRules('slo.yaml', RULES);
  prometheus.addRules('mesh.yaml', RULES);
  expect(configOf().rule_files).toEqual(['/etc/prometheus/files/mesh.yaml', '/etc/prometheus/files/slo.yaml']);
  expect(Object.keys(filesOf()).sort()).toEqual(['mesh.yaml', 'prometheus.yml', 'slo.yaml']);
});

test.each([
  ['prometheus.yml', 'is not a valid rule file name. Use letters, digits and inner ".", "-" and "_", and end it with .yaml.'],
  ['../mesh.yaml', 'is not a valid rule file name. Use letters, digits and inner ".", "-" and "_", and end it with .yaml.'],
  ['mesh.yaml', 'this name is already in use. Give each its own name.'],
])('rules are refused in %s', (file, problem) => {
  const prometheus = prometheusIn();
  prometheus.addRules('mesh.yaml', RULES);
  expect(() => prometheus.addRules(file, RULES)).toThrow(new Error(`stack/prometheus, addRules("${file}"): ${problem}`));
});

/** Here is no cluster, and Debian's promtool knows none: pods that are listed stand for those that would be found. */
function withListedPods(pods: readonly TargetLabels[] = []): string {
  const { scrape_configs: jobs, ...others } = configOf();
  const groups = pods.map(labels => ({ targets: ['10.0.0.9:8080'], labels }));
  const listed = ({ kubernetes_sd_configs: found, ...job }: any): unknown => (found === undefined ? job : { ...job, static_configs: groups });
  return JSON.stringify({ ...others, scrape_configs: jobs.map(listed) });
}

promtoolTest()('any promtool takes its configuration, but for what finds pods, which that of Debian does not know', () => {
  const prometheus = prometheusIn();
  prometheus.scrape(webWithMetrics(), { port: 80 });
  prometheus.addRules('mesh.yaml', RULES);
  expect(promtoolSays(['check', 'config', '--syntax-only', 'prometheus.yml'], { 'prometheus.yml': withListedPods() })).toBe('');
});

renderedPromtoolTest()('promtool of the version that is rendered takes all of its configuration, with the files that it names', () => {
  const prometheus = prometheusIn();
  prometheus.scrape(webWithMetrics(), { port: 80 });
  prometheus.useRules(MeshRules.standard());
  const { 'prometheus.yml': config, ...rules } = filesOf();
  const here = config.replaceAll('/etc/prometheus/files/', '').replaceAll(/\/var\/run\/secrets\/\S+\/token/g, 'token');
  expect(promtoolSays(['check', 'config', 'prometheus.yml'], { 'prometheus.yml': here, 'token': 'x', ...rules })).toBe('');
  expect(promtoolSays(['check', 'config', 'prometheus.yml'], { 'prometheus.yml': here.replaceAll('role: pod', 'role: pots'), 'token': 'x', ...rules })).toContain('pots');
});

promtoolTest().each(['envoy-stats', 'annotated-pods', 'istiod'])('Prometheus gives the pods that %s asks the labels which these tests expect', job => {
  prometheusIn();
  const pods = PODS.filter(([name]) => name.endsWith(job)).map(([, , pod]) => podOf(pod));
  const file = path.join(folder.path, 'prometheus.yml');
  fill(folder.path, { 'prometheus.yml': withListedPods(pods) });
  const { stdout } = spawnSync(promtool()!, ['check', 'service-discovery', '--timeout=2s', file, job], { encoding: 'utf8' });
  const asked = (JSON.parse(stdout) as any[]).map(({ labels }) => labels ?? {}).filter(({ namespace }) => namespace !== undefined);
  const expected = pods.map(pod => targetOf(job, pod)).filter(target => target !== undefined);
  expect(expected.length).toBeGreaterThan(0);
  expect(new Set(asked.map(asText))).toEqual(new Set(expected.map(asText)));
});

/** What Prometheus adds by itself is left out. */
function asText({ __address__: address, __metrics_path__: page, namespace, pod, app }: TargetLabels): string {
  return [address, page, namespace, pod, app ?? 'without app'].join(' ');
}

test('the rules of a mesh are a file of their own, with what is added to them later', () => {
  const rules = MeshRules.standard();
  prometheusIn().useRules(rules);
  rules.alert(AlertRule.of('NothingIsWell', { query: MeshQuery.of('up', { description: 'Who answers', text: 'up', unit: MetricUnit.COUNT }), below: 1, summary: 'x', runbook: 'y' }));
  expect(configOf().rule_files).toEqual(['/etc/prometheus/files/mesh-rules.yaml']);
  expect(filesOf()['mesh-rules.yaml']).toContain('alert: NothingIsWell');
});

test('rules are said once, and no other file has their name', () => {
  const prometheus = prometheusIn();
  prometheus.useRules(MeshRules.standard());
  expect(() => prometheus.useRules(MeshRules.empty())).toThrow(new Error('stack/prometheus, useRules: is already set. Put all rules into one MeshRules.'));
  prometheus.addRules('mesh-rules.yaml', 'groups: []\n');
  expect(problemsIn(chart)).toEqual(['stack/prometheus, addRules("mesh-rules.yaml"): is the file of the rules from useRules. Use another name.']);
});

describe('an objective is meant for no longer than it keeps what it has seen', () => {
  test.each<[string, PrometheusProps, number, string[]]>([
    ['as without storage', {}, 30, [forgotten('1d', 30)]],
    ['as with storage', { storage: Size.gibibytes(50) }, 30, [forgotten('15d', 30)]],
    ['as for what is said', { retention: Duration.days(31) }, 90, [forgotten('31d', 90)]],
    ['just as long is enough', { retention: Duration.hours(7 * 24) }, 7, []],
  ])('%s', (_, props, days, problems) => {
    const rules = MeshRules.empty();
    prometheusIn(props).useRules(rules);
    rules.objective(ServiceObjective.availability(webWithMetrics(), { objective: Percent.of(99.9), period: Duration.days(days) }));
    expect(problemsIn(chart)).toEqual(problems);
  });
});

function forgotten(kept: string, days: number): string {
  return `stack/prometheus, useRules: the objective "shop-web-availability" covers ${days}d, but data is kept only for ${kept}. Set retention: Duration.days(${days}) on this Prometheus, or a shorter period in the objective.`;
}
