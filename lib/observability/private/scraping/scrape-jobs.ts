import { ANNOTATED_PODS, labelledPods, podsAt, PROXIES, RUNNING } from './pod-relabelings';
import { fixed, Relabeling, relabelConfig } from './relabeling';
import type { ScrapedPort } from './scraped-port';

/** A job of Prometheus, as its configuration says it. */
export type ScrapeJob = Readonly<Record<string, unknown>>;

/** A service whose pods are asked. */
export interface ScrapedService extends ScrapedPort {
  readonly namespace: string;
  readonly service: string;
}

const ISTIOD_PORT = 15_014;

/** What is asked without a word. */
export function usualJobs({ rootNamespace, containers }: { readonly rootNamespace: string; readonly containers: boolean }): ScrapeJob[] {
  return [
    { job_name: 'prometheus', static_configs: [{ targets: ['localhost:9090'] }] },
    { job_name: 'istiod', ...podsIn(rootNamespace), ...relabeled(labelledPods('istio', 'pilot', ISTIOD_PORT)) },
    { job_name: 'envoy-stats', metrics_path: '/stats/prometheus', ...ALL_PODS, ...relabeled([RUNNING, ...PROXIES]) },
    { job_name: 'annotated-pods', ...ALL_PODS, ...relabeled(ANNOTATED_PODS) },
    ...(containers ? [CONTAINERS] : []),
  ];
}

/** The pods of one service. */
export function serviceJob({ namespace, service, name, targetPort, path, interval, ofOthers }: ScrapedService): ScrapeJob {
  const places = [...labelledPods('app', service, targetPort), fixed('job', service), fixed('service', service)];
  return {
    job_name: `${namespace}/${service}/${name}`,
    metrics_path: path,
    scrape_interval: interval,
    ...podsIn(namespace),
    ...(ofOthers ? { honor_labels: true } : {}),
    ...relabeled(ofOthers ? podsAt('app', service, targetPort) : places),
  };
}

/** CPU and memory of all containers, as the kubelet of each node knows them. */
const CONTAINERS: ScrapeJob = {
  job_name: 'kubernetes-cadvisor',
  scheme: 'https',
  metrics_path: '/metrics/cadvisor',
  kubernetes_sd_configs: [{ role: 'node' }],
  authorization: { credentials_file: '/var/run/secrets/kubernetes.io/serviceaccount/token' },
  // Kubelets sign their certificates themselves, unless the cluster was set up otherwise.
  tls_config: { insecure_skip_verify: true },
  metric_relabel_configs: [relabelConfig({
    action: 'keep',
    sourceLabels: ['__name__'],
    regex: 'container_(cpu_usage_seconds_total|cpu_cfs_(throttled_)?periods_total|memory_working_set_bytes|network_(receive|transmit)_bytes_total)',
  })],
};

const ALL_PODS = { kubernetes_sd_configs: [{ role: 'pod' }] };

function podsIn(namespace: string): object {
  return { kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [namespace] } }] };
}

function relabeled(relabelings: readonly Relabeling[]): object {
  return { relabel_configs: relabelings.map(relabelConfig) };
}
