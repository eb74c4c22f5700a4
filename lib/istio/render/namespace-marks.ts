import type { Marks } from '../../mesh/private/platform/membership';
import type { NamespaceIntent } from '../../mesh/private/platform/namespace-intent';

/**
 * What Istio's injector reads on a namespace. It is never both: beside `istio-injection`, whatever its value, that of a revision says nothing.
 * Only a namespace that is `disabled` keeps those pods out, too, that ask for a proxy themselves.
 */
export function namespaceMarks({ inMesh }: NamespaceIntent, revision?: string): Marks {
  return { annotations: {}, labels: inMesh && revision !== undefined ? { 'istio.io/rev': revision } : { 'istio-injection': inMesh ? 'enabled' : 'disabled' } };
}
