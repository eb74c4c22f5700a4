import { load, loadAll } from 'js-yaml';
import { Istio, MeshApp, MeshPlatform, ObservabilityStack, ObservabilityStackProps } from '../../lib';
import { relabeled, TargetLabels } from './relabeled';

/**
 * The labels of what is asked by way of proxies in the namespace of a stack, as its own Prometheus or the monitor for an operator makes them: those
 * of each workload by the label `app` of its pods.
 */
export function stackTargets(props: ObservabilityStackProps = {}): Readonly<Record<string, TargetLabels>> {
  const app = new MeshApp({ mesh: Istio.mesh() });
  new ObservabilityStack(app, 'observability', { platform: new MeshPlatform(app, 'platform'), ...props });
  const objects = loadAll(app.synthYaml()) as any[];
  const workloads = objects.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
  const found = workloads.map(({ metadata: { name, namespace }, spec: { template: { metadata } } }) => {
    const target = podTarget(namespace, `${name}-x2x4z`, metadata);
    return [metadata.labels.app, askedBy(objects, target)] as const;
  });
  return Object.fromEntries(found.filter((one): one is readonly [string, TargetLabels] => one[1] !== undefined));
}

interface PodMetadata {
  readonly annotations?: TargetLabels;
  readonly labels?: TargetLabels;
}

/** A pod that Istio gave its proxy, which serves the metrics of the containers beside it, as Prometheus finds it. */
function podTarget(namespace: string, name: string, { annotations = {}, labels = {} }: PodMetadata): TargetLabels {
  const written: TargetLabels = 'prometheus.io/scrape' in annotations ? { 'prometheus.io/port': '15020', 'prometheus.io/path': '/stats/prometheus' } : {};
  const about = {
    namespace,
    pod_name: name,
    pod_ip: '10.0.0.9',
    pod_phase: 'Running',
    pod_container_name: 'istio-proxy',
    ...meta('annotation', { ...annotations, ...written }),
    ...meta('label', labels),
  };
  return Object.fromEntries(Object.entries(about).map(([key, value]) => [`__meta_kubernetes_${key}`, value]));
}

function meta(kind: string, values: TargetLabels): TargetLabels {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`pod_${kind}_${name.replace(/\W/g, '_')}`, value]));
}

function askedBy(objects: readonly any[], target: TargetLabels): TargetLabels | undefined {
  const [monitor] = objects.filter(({ kind }) => kind === 'PodMonitor');
  if (monitor === undefined) {
    const [{ data }] = objects.filter(({ kind, metadata: { name } }) => kind === 'ConfigMap' && name === 'prometheus');
    const job = (load(data['prometheus.yml']) as any).scrape_configs.find(({ job_name: name }: any) => name === 'envoy-stats');
    return shown({ job: job.job_name, ...target }, job.relabel_configs);
  }
  // The operator says these by itself, before what the monitor says.
  const { __meta_kubernetes_namespace: namespace, __meta_kubernetes_pod_name: pod } = target;
  const own = { job: 'observability/envoy-stats', namespace, pod, container: 'istio-proxy' };
  const [{ relabelings }] = monitor.spec.podMetricsEndpoints;
  return shown({ ...own, ...target }, relabelings.map(inConfig));
}

/** What a monitor says, as a configuration file does. */
function inConfig({ sourceLabels, targetLabel, ...rule }: any): any {
  return { ...rule, source_labels: sourceLabels, target_label: targetLabel };
}

/** What series show of their target. */
function shown(target: TargetLabels, rules: Parameters<typeof relabeled>[1]): TargetLabels | undefined {
  const labels = relabeled(target, rules);
  return labels && Object.fromEntries(Object.entries(labels).filter(([name]) => !name.startsWith('__')));
}
