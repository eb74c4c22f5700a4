import { judgeAll } from '../../../support/judge-native';

const judge = (selector: object): readonly string[] => judgeAll('apps/v1', 'Deployment', {
  selector,
  template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'web', image: 'b' }] } },
});

test('labels have a form', () => {
  expect(judge({ matchLabels: { 'a b': 'c' } })).toEqual([
    'spec.selector.matchLabels["a b"]: format: the label key "a b" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
  ]);
});

test('an expression has an operator, and values where it takes some', () => {
  expect(judge({ matchExpressions: [{ key: 'a', operator: 'Equals' }, { key: 'a', operator: 'In' }, { key: 'a', operator: 'Exists', values: ['b'] }, { key: 'a_', operator: 'NotIn', values: ['b c'] }] })).toEqual([
    'spec.selector.matchExpressions[0].operator: enum: invalid operator "Equals" (In, NotIn, Exists, DoesNotExist)',
    'spec.selector.matchExpressions[1].values: required: operator In has no values (at least one value)',
    'spec.selector.matchExpressions[2].values: mismatch: operator Exists takes no values (no values)',
    'spec.selector.matchExpressions[3].key: format: the label key "a_" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
    'spec.selector.matchExpressions[3].values[0]: format: the label value "b c" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
  ]);
});

test('labels of the template are met', () => {
  expect(judge({ matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }, { key: 'c', operator: 'NotIn', values: ['d'] }, { key: 'a', operator: 'Exists' }, { key: 'c', operator: 'DoesNotExist' }] })).toEqual([]);
});

test('labels of the template are not met', () => {
  expect(judge({ matchLabels: { a: 'c', d: '' }, matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['b'] }, { key: 'c', operator: 'In', values: ['d', 'e'] }, { key: 'c', operator: 'Exists' }, { key: 'a', operator: 'DoesNotExist' }] })).toEqual([
    'spec.template.metadata.labels: mismatch: the selector requires a=c, d=, a NotIn [b], c In [d, e], c Exists, a DoesNotExist, which the template labels do not match (template labels that match the selector)',
  ]);
});

test('an empty selector selects everything', () => {
  expect(judge({ matchLabels: {}, matchExpressions: [] })).toEqual([
    'spec.selector: required: selector is empty (matchLabels or matchExpressions)',
  ]);
});

test('names that every JavaScript object knows are names like others', () => {
  expect(judge({ matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'constructor' }, { key: 'constructor', operator: 'Exists' }] })).toEqual([
    'spec.selector.matchExpressions[0].operator: enum: invalid operator "constructor" (In, NotIn, Exists, DoesNotExist)',
  ]);
  expect(judge({ matchLabels: { a: 'b' }, matchExpressions: [{ key: 'constructor', operator: 'Exists' }] })).toEqual([
    'spec.template.metadata.labels: mismatch: the selector requires constructor Exists, which the template labels do not match (template labels that match the selector)',
  ]);
});

test('null is an empty text, in labels and in what asks for them', () => {
  const labelled = (a: unknown, selector: object): readonly string[] => judgeAll('apps/v1', 'Deployment', {
    selector,
    template: { metadata: { labels: { a } }, spec: { containers: [{ name: 'web', image: 'b' }] } },
  });
  const asking = (operator: string, value: unknown): object => ({ matchExpressions: [{ key: 'a', operator, values: [value] }] });
  expect([
    ...labelled(null, { matchLabels: { a: null } }), ...labelled(null, { matchLabels: { a: '' } }), ...labelled('', { matchLabels: { a: null } }),
    ...labelled(null, asking('In', '')), ...labelled('', asking('In', null)),
  ]).toEqual([]);
  expect(labelled(null, asking('NotIn', ''))).toEqual([
    'spec.template.metadata.labels: mismatch: the selector requires a NotIn [], which the template labels do not match (template labels that match the selector)',
  ]);
});

test('an expression without a key asks for nothing that can be told', () => {
  expect(judge({ matchExpressions: [{ operator: 'In', values: ['b'] }] })).toEqual(['spec.selector.matchExpressions[0].key: required: key is missing (a string)']);
});
