import type { Marks } from '../../mesh/private/platform/membership';

/**
 * Labels by which Istio tells which control plane runs a Gateway of the Kubernetes Gateway API. Where the namespace says nothing, one that has a
 * revision runs those alone that name it. What is attached needs no label: with one, Istio would hide it from the pods of another revision.
 */
export function gatewayMarks(revision?: string): Pick<Marks, 'labels'> | undefined {
  return revision === undefined ? undefined : { labels: { 'istio.io/rev': revision } };
}
