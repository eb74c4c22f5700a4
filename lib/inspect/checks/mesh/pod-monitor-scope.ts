import { groupBy } from '../../group-by';
import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { rootNamespace } from '../../mesh/mesh-config';
import { hasSidecar } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { isRepresented } from '../../mesh/represented-namespaces';
import { podsOf } from '../../mesh/workload-containers';
import { allWorkloads, WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const podMonitorScope = meshRule('MESH026', 'error', [
  'pod-monitor-scope', 'A PodMonitor for proxies covers namespaces without proxies, or scrapes every port of the pods.',
]);

/** PodMonitors for proxies that find no proxy, or more than proxies. */
export const podMonitorScopeCheck = defineCheck({
  rules: [podMonitorScope],
  kinds: ['monitoring.coreos.com/PodMonitor'],
  reads: ['Namespace', ...WORKLOAD_KINDS],
  * judge({ spec, namespace }, { set }) {
    const endpoints = spec.at('podMetricsEndpoints').items().filter(endpoint => endpoint.at('path').text === '/stats/prometheus');
    const selector = spec.at('namespaceSelector');
    const names = selector.at('matchNames').texts;
    if (endpoints.length > 0 && selector.at('any').value !== true && !injectedNamespaces(set).has(namespace)) {
      const looked = names.length === 0 ? [namespace] : names;
      const unknown = looked.find(name => name !== rootNamespace(set) && !isRepresented(set, name));
      if (unknown !== undefined) {
        yield { undecided: podMonitorScope, unknown: `namespace ${unknown}` };
      } else if (!looked.some(name => injectedNamespaces(set).has(name))) {
        yield {
          rule: podMonitorScope,
          path: (selector.isSet ? selector : spec).path,
          message: `it looks for proxies only in ${listed(looked)}, where no workload has one`,
          repair: 'set namespaceSelector to {any: true}, or name the namespaces of the workloads',
        };
      }
    }
    for (const endpoint of endpoints.filter(takesEveryPort)) {
      yield {
        rule: podMonitorScope,
        severity: 'warning',
        path: endpoint.path,
        message: 'it names no port and filters no container by name, so it scrapes proxy metrics from every declared port of the pods',
        repair: 'keep only ports whose name ends with -envoy-prom, with a relabeling on __meta_kubernetes_pod_container_port_name',
      };
    }
  },
});

/** The namespaces in which some workload has a sidecar, or may have one. */
const injectedNamespaces = perSet((set: ObjectSet): ReadonlySet<string> => {
  const byNamespace = groupBy(allWorkloads(set), ({ namespace }) => namespace);
  const injected = [...byNamespace].filter(([, workloads]) => workloads.some(workload => hasSidecar(set, podsOf(workload)) !== false));
  return new Set(injected.map(([name]) => name));
});

const TELLING_LABELS = /^__meta_kubernetes_pod_(container_(name|port_name|port_number)|annotation_.+)$/;

function takesEveryPort(endpoint: Field): boolean {
  const namesPort = ['port', 'portNumber', 'targetPort'].some(key => endpoint.at(key).isSet);
  return !namesPort && !endpoint.at('relabelings').items().some(relabeling => (
    relabeling.at('action').text?.toLowerCase() === 'keep' && relabeling.at('sourceLabels').texts.some(label => TELLING_LABELS.test(label))
  ));
}
