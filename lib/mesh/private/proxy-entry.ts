import { Construct } from 'constructs';
import { Mesh } from '../mesh';
import { addRunbookEntry } from './runbook-entries';
import { selectorWord, shellBlock } from './shell';

/** Pods that should have a proxy. */
export interface ProxiedPods {
  /** of the Service */
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** names of the Deployments that make them */
  readonly deployments: () => readonly string[];
}

/** Puts into the runbook how one sees that the pods of a service have their proxies. */
export function addProxyEntry(service: Construct, { name, namespace, labels, deployments }: ProxiedPods): void {
  addRunbookEntry(service, {
    topic: Mesh.of(service)._provider.runbook.proxies,
    title: `${namespace}/${name}`,
    text: () => shellBlock(
      '# which containers each pod has',
      `kubectl get pods -n ${namespace} -l ${selectorWord(labels)} -o jsonpath='${CONTAINERS}'`,
      '# new pods in place of those without a proxy',
      `kubectl rollout restart -n ${namespace} ${deployments().map(deployment => `deployment/${deployment}`).join(' ')}`,
    ),
  });
}

/** A line for each pod: its name, its init containers, its containers. */
const CONTAINERS = '{range .items[*]}{.metadata.name}{"\\tinit: "}{.spec.initContainers[*].name}{"\\tcontainers: "}{.spec.containers[*].name}{"\\n"}{end}';
