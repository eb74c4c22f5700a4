import type { Field } from './field';
import { Labels, selects } from './selectors';

/** Whether labels fit a selector as Kubernetes writes it, with `matchLabels` and `matchExpressions`; one that is not there takes all. */
export function fitsSelector(selector: Field, labels: Labels): boolean {
  return selects(selector.at('matchLabels').textMap, labels)
    && selector.at('matchExpressions').items().every(expression => fitsExpression(expression, labels));
}

function fitsExpression(expression: Field, labels: Labels): boolean {
  const value = labels[expression.at('key').text ?? ''];
  const values = expression.at('values').texts;
  switch (expression.at('operator').text) {
    case 'In': return value !== undefined && values.includes(value);
    case 'NotIn': return value === undefined || !values.includes(value);
    case 'Exists': return value !== undefined;
    case 'DoesNotExist': return value === undefined;
    default: return false;
  }
}
