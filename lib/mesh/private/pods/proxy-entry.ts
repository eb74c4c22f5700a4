import { ApiObject } from 'cdk8s';
import type { Workload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import { addRunbookEntry } from '../runbook/runbook-entries';
import { selectorWord, shellBlock } from '../runbook/shell';

/** A service whose pods should have proxies. */
export interface ProxiedService extends Construct {
  readonly serviceName: string;
  readonly serviceNamespace: string;
}

/** Some of its pods. */
export interface ProxiedPods {
  readonly workload: Workload;
}

/** Puts into the runbook how one sees that the pods of a service have their proxies. */
export function addProxyEntry(service: ProxiedService, pods: readonly ProxiedPods[]): void {
  const { serviceName: name, serviceNamespace: namespace } = service;
  const { proxies: topic, proxyAdmin: port } = Mesh.of(service)._provider.runbook;
  if (topic === undefined) {
    return;
  }
  addRunbookEntry(service, {
    topic,
    title: `${namespace}/${name}`,
    text: () => {
      const workloads = pods.map(({ workload }) => `${ApiObject.of(workload).kind.toLowerCase()}/${workload.name}`);
      return shellBlock(
        '# which containers each pod has',
        `kubectl get pods -n ${namespace} -l ${selectorWord({ app: name })} -o jsonpath='${CONTAINERS}'`,
        '# new pods in place of those without a proxy',
        `kubectl rollout restart -n ${namespace} ${workloads.join(' ')}`,
        ...(port === undefined ? [] : [
          `# what the proxy of one pod knows: then open http://localhost:${port}`,
          ...workloads.map(workload => `kubectl port-forward -n ${namespace} ${workload} ${port}:${port}`),
        ]),
      );
    },
  });
}

/** A line for each pod: its name, its init containers, its containers. */
const CONTAINERS = '{range .items[*]}{.metadata.name}{"\\tinit: "}{.spec.initContainers[*].name}{"\\tcontainers: "}{.spec.containers[*].name}{"\\n"}{end}';
