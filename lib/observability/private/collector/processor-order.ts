import type { ComponentIntent } from './component-intent';

/** @throws when a processor comes twice, or after one that loses what it needs */
export function requireOrder(processors: readonly ComponentIntent[], place: string): void {
  processors.forEach((processor, index) => {
    if (processors.indexOf(processor) !== index) {
      throw new Error(`${place}: has ${processor.type} twice. Add it once.`);
    }
  });
  const batch = indexOf(processors, 'batch');
  if (batch !== -1 && batch < processors.length - 1) {
    throw new Error(`${place}: ${processors[batch + 1].type} comes after batch, which loses the sender of the data. Put batch last.`);
  }
  const sampling = indexOf(processors, 'tail_sampling');
  if (sampling !== -1 && sampling < indexOf(processors, 'k8sattributes')) {
    throw new Error(`${place}: kubernetesAttributes comes after tailSampling, which loses the sender of the data. Put it before.`);
  }
}

function indexOf(processors: readonly ComponentIntent[], type: string): number {
  return processors.findIndex(one => one.type === type);
}
