import { isObject } from '../is-object';
import type { KubeObject } from './kube-object';
import { Called, isPatch, Patch, renamed, Step } from './kustomize-step';

/** What the patches among steps make of an object; undefined where one deletes it. */
export function patched(written: KubeObject, steps: readonly Step[]): KubeObject | undefined {
  const found: Patch[] = [];
  const called: Called[] = [calledIn(written.value)];
  let value: KubeObject['value'] | undefined = written.value;
  for (const step of steps) {
    if (!isPatch(step)) {
      called.push(renamed(called[called.length - 1], step));
    } else if (step.matches(value, called)) {
      found.push(step);
      value = step.apply === undefined ? value : step.apply(value);
      if (value === undefined) {
        return undefined;
      }
      addName(called, calledIn(value));
    }
  }
  return found.length === 0 ? written : { ...written, value, kustomized: { written, patches: found } };
}

/** A patch may change the name. */
function addName(called: Called[], { name }: Called): void {
  const { namespace } = called[called.length - 1];
  if (called.every(one => one.name !== name)) {
    called.push({ name, namespace });
  }
}

function calledIn({ metadata }: KubeObject['value']): Called {
  const { name, namespace } = isObject(metadata) ? metadata : {};
  return { name: typeof name === 'string' ? name : undefined, namespace: typeof namespace === 'string' ? namespace : undefined };
}
