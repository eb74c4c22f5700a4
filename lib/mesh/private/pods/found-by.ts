import { LabelSelector, Pod, Workload } from 'cdk8s-plus-28';

/**
 * Lets whatever cdk8s-plus selects by a workload find its pods: a NetworkPolicy, a Service, rules of where pods run. By itself it would look for
 * a label that is a hash of the construct's path. The pods do not get that one, since to move the construct would replace them all.
 *
 * @param labels of its pods, and of no others
 */
export function foundBy(workload: Workload, labels: Readonly<Record<string, string>>): void {
  // What is undefined is not rendered, and whatever still asks for the label is told that there is none.
  workload.podMetadata.addLabel(Pod.ADDRESS_LABEL, undefined as unknown as string);
  workload.toPodSelectorConfig = () => ({
    labelSelector: LabelSelector.of({ labels: { ...labels } }),
    namespaces: workload.metadata.namespace === undefined ? undefined : { names: [workload.metadata.namespace] },
  });
}
