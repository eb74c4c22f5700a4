import { Construct } from 'constructs';
import { ServiceMonitor } from '../../imports/monitoring.coreos.com';
import { Mesh } from '../mesh/mesh';
import { MonitorProps } from './monitor-props';
import { monitorMetadata } from './private/scraping/monitor-metadata';
import { ofService } from './private/scraping/monitor-relabelings';
import { fixed } from './private/scraping/relabeling';

/**
 * Has the operator of Prometheus ask the control plane of Istio for its metrics, whichever its revision, every 15 seconds. Renders a
 * `ServiceMonitor` called `istiod`.
 */
export class ControlPlaneMonitor extends Construct {
  /** @throws with both paths when there is one in the namespace */
  constructor(scope: Construct, id: string, { labels }: MonitorProps = {}) {
    super(scope, id);
    new ServiceMonitor(this, 'Default', {
      metadata: monitorMetadata(this, 'ServiceMonitor', 'istiod', labels),
      spec: {
        namespaceSelector: { matchNames: [Mesh.of(this).rootNamespace] },
        // Services of tags lead to the pods of a revision once more, so that everything would be counted twice.
        selector: { matchLabels: { istio: 'pilot' }, matchExpressions: [{ key: 'istio.io/tag', operator: 'DoesNotExist' }] },
        targetLabels: ['app'],
        endpoints: [{ port: 'http-monitoring', interval: '15s', relabelings: [fixed('job', 'istiod')].map(ofService) }],
      },
    });
  }
}
