import type { Field } from './field';
import { fitsSelector } from './label-selectors';
import type { ObjectSet } from './object-set';

/** The namespace of a Gateway of Kubernetes, and that of something which hangs on it. */
export interface Attaching {
  readonly own: string;
  readonly asking: string;
}

/** Whether a listener takes what hangs on it from a namespace. Undefined where it depends on labels that the set does not show. */
export function allowsNamespace(set: ObjectSet, listener: Field, { own, asking }: Attaching): boolean | undefined {
  const allowed = listener.at('allowedRoutes', 'namespaces');
  switch (allowed.at('from').text) {
    case undefined: case 'Same': return asking === own;
    case 'None': return false;
    case 'Selector': return isSelected(set, allowed.at('selector'), asking);
    default: return true;
  }
}

function isSelected(set: ObjectSet, selector: Field, name: string): boolean | undefined {
  const implied = { 'kubernetes.io/metadata.name': name };
  const namespace = set.find('Namespace', '', name);
  return namespace === undefined ? fitsSelector(selector, implied) || undefined : fitsSelector(selector, { ...namespace.labels, ...implied });
}
