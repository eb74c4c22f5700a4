import { Construct } from 'constructs';
import { PodMonitor } from '../../imports/monitoring.coreos.com';
import { MonitorProps } from './monitor-props';
import { monitorMetadata } from './private/scraping/monitor-metadata';
import { ofPod } from './private/scraping/monitor-relabelings';
import { PROXIES } from './private/scraping/pod-relabelings';
import { fixed } from './private/scraping/relabeling';

/**
 * Has the operator of Prometheus ask the proxies of all namespaces for their metrics, every 15 seconds: those beside containers, those of gateways
 * and waypoints, and ztunnel. Each is asked at the port that the annotations of its pod name, where it also serves the metrics of the containers
 * beside it and asks for no mutual TLS. Renders a `PodMonitor` called `envoy-stats`.
 */
export class SidecarMonitor extends Construct {
  /** @throws with both paths when there is one in the namespace */
  constructor(scope: Construct, id: string, { labels }: MonitorProps = {}) {
    super(scope, id);
    new PodMonitor(this, 'Default', {
      metadata: monitorMetadata(this, 'PodMonitor', 'envoy-stats', labels),
      spec: {
        namespaceSelector: { any: true },
        selector: { matchExpressions: [{ key: 'istio-prometheus-ignore', operator: 'DoesNotExist' }] },
        podMetricsEndpoints: [{
          path: '/stats/prometheus',
          interval: '15s',
          relabelings: [...PROXIES, fixed('job', 'envoy-stats')].map(ofPod),
        }],
      },
    });
  }
}
