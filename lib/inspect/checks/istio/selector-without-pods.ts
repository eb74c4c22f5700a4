import type { Field } from '../../mesh/field';
import { selectorText } from '../../mesh/selectors';
import type { Problem } from '../check';
import { istioRule } from './istio-rules';

export const selectorWithoutPods = istioRule('IST0101', 'error', ['selector-without-pods', 'A selector selects no pod.']);

/** What is said of labels by which an object selects no pod; `where` says among which pods. */
export function noPodIs(labels: Field, where: string): Problem {
  const [first] = labels.entries();
  return {
    rule: selectorWithoutPods,
    path: first === undefined ? labels.path : first[1].path,
    message: `no pod ${where} has the labels ${selectorText(labels.textMap)}`,
    repair: 'select by labels that the pods have',
  };
}
