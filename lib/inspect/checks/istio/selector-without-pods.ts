import type { Field } from '../../mesh/field';
import { NearLabel, repairBy } from '../../mesh/near-labels';
import { selectorText } from '../../mesh/selectors';
import type { Problem } from '../check';
import { istioRule } from './istio-rules';

export const selectorWithoutPods = istioRule('IST0101', 'error', ['selector-without-pods', 'A selector selects no pod.']);

/** What is said of labels by which an object selects no pod; `where` says among which pods, and `near` which label of theirs may be meant. */
export function noPodIs(labels: Field, where: string, near?: NearLabel): Problem {
  const [first] = labels.entries().filter(([key]) => near === undefined || key === near.key);
  return {
    rule: selectorWithoutPods,
    path: first === undefined ? labels.path : first[1].path,
    message: `no pod ${where} has the labels ${selectorText(labels.textMap)}`,
    repair: repairBy(near, 'select by labels that the pods have'),
  };
}
