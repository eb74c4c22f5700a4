import { IConstruct } from 'constructs';
import { addRunbookEntry } from '../../mesh/private/runbook/runbook-entries';
import { selectorWord, shellBlock, shellWord } from '../../mesh/private/runbook/shell';
import type { WorkloadIntent } from '../../mesh/private/workload-intent';

/** A filter, as one finds it in proxies. */
export interface FilterEntry {
  readonly kind: string;
  readonly name: string;
  /** undefined: all of the namespace */
  readonly pods: Partial<WorkloadIntent> & { readonly namespace: string };
  /** what stands in the configuration of a proxy that has it, on one line */
  readonly trace: string;
}

/** Puts into the runbook how one sees after an upgrade that a filter is still there. */
export function addFilterEntry(owner: IConstruct, { kind, name, pods, trace }: FilterEntry): void {
  const { namespace } = pods;
  addRunbookEntry(owner, {
    topic: TOPIC,
    title: `${kind} ${namespace}/${name}`,
    text: () => shellBlock(
      '# a line for each pod: at how many places its proxy has the filter; 0 is none',
      `for POD in $(kubectl get pods -n ${namespace} ${selectorOf(pods)}-o name); do echo "$POD $(kubectl exec -n ${namespace} "$POD" -c istio-proxy -- pilot-agent request GET config_dump | grep -cF ${shellWord(trace)})"; done`,
    ),
  });
}

const TOPIC = {
  title: 'Filters of proxies',
  text: 'They are coupled to the version of the proxy: a new one may read them in another way, or refuse them, and then takes no other changes either. '
    + 'Look at each after every upgrade of the mesh, when the pods have their new proxies, and at `istioctl proxy-status`, which shows who has refused something. '
    + 'Try the upgrade first where nothing depends on it.',
};

function selectorOf({ podLabels, gateway }: FilterEntry['pods']): string {
  const labels = gateway === undefined ? podLabels : { 'gateway.networking.k8s.io/gateway-name': gateway };
  return labels === undefined ? '' : `-l ${selectorWord(labels)} `;
}
