import { MetricScope } from '../../metric-scope';
import { Matcher } from './promql';

/** The labels of Kubernetes that say of which proxies a query speaks. @throws when these do not tell them apart */
export function proxyMatchers(scope: MetricScope | undefined, call: string): readonly Matcher[] {
  if (scope === undefined) {
    return [];
  }
  const { isChosen, namespace, service, workload } = scope._intent;
  if (service !== undefined) {
    throw new Error(`${call}: there are no metrics of proxies by service. Use a workload or a namespace: MetricScope.workload, MetricScope.inNamespace.`);
  }
  return [
    ...namespace === undefined ? [] : [['namespace', isChosen ? '=~' : '=', namespace] as const],
    ...workload === undefined ? [] : [['pod', '=~', podsOf(workload)] as const],
  ];
}

/** Names of pods of a StatefulSet, a DaemonSet, a Deployment. What the cluster makes up has no vowels: pods of `web-admin` are none of `web`. */
function podsOf(workload: string): string {
  return `${workload.replace(/^\$(.*)/, '$${$1}')}-([0-9]+|(${MADE_UP}+-)?${MADE_UP}{5})`;
}

const MADE_UP = '[b-df-hj-np-tv-xz0-9]';
