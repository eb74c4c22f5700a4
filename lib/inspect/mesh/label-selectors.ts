import { isMet } from '../label-expression';
import type { Field } from './field';
import { Labels, selects } from './selectors';

/** Whether labels fit a selector as Kubernetes writes it, with `matchLabels` and `matchExpressions`; one that is not there takes all. */
export function fitsSelector(selector: Field, labels: Labels): boolean {
  return selects(selector.at('matchLabels').textMap, labels)
    && selector.at('matchExpressions').items().every(expression => fitsExpression(expression, labels));
}

/** What nobody knows, fits nothing. */
function fitsExpression(expression: Field, labels: Labels): boolean {
  const key = expression.at('key').text ?? '';
  const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
  return isMet({ operator: expression.at('operator').value, values: expression.at('values').value }, label) === true;
}
