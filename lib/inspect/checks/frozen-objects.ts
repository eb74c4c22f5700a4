import { meshConfig } from '../mesh/mesh-config';
import { perSet } from '../mesh/object-set';
import type { Resource } from '../mesh/resource';

/** Makes sure that nobody changes the objects of a set: what a rule of somebody else writes into them would be judged by ours. */
export const freezeSet = perSet(set => {
  set.all.forEach(freezeObject);
  new Set(set.all.map(({ kind }) => kind)).forEach(kind => Object.freeze(set.of(kind)));
  freezeValue(meshConfig(set).value);
  Object.freeze(set.settings);
});

/** Makes sure that nobody changes an object. */
export function freezeObject(resource: Resource): void {
  if (!Object.isFrozen(resource)) {
    [resource, resource.root, resource.spec, resource.reference, resource.source].forEach(part => Object.freeze(part));
    freezeValue(resource.source.value);
  }
}

/** Without recursion, since somebody else decides how deep a value is; an alias may bring a value to several places, or into itself. */
function freezeValue(root: unknown): void {
  const left = [root];
  while (left.length > 0) {
    const value = left.pop();
    if (!Object.isFrozen(value)) {
      Object.freeze(value);
      Object.values(value as object).forEach(child => left.push(child));
    }
  }
}
