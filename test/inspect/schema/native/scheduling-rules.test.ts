import { judgeAll } from '../../../support/judge-native';

const judge = (pod: object): readonly string[] =>
  judgeAll('v1', 'Pod', { containers: [{ name: 'web', image: 'b' }], ...pod }).map(line => line.replace(/^spec\.(?:affinity\.)?/, ''));

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

test('an expression for nodes has as many values as its operator takes', () => {
  const required = (...expressions: readonly object[]): readonly string[] =>
    judge({ affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [{ matchExpressions: expressions.map(one => ({ key: 'a', ...one })) }] } } } })
      .map(line => line.replace(`nodeAffinity.${REQUIRED}.nodeSelectorTerms[0].`, ''));
  expect(required({ operator: 'In', values: ['b c'] }, { operator: 'Exists' }, { operator: 'Gt', values: ['1'] })).toEqual([]);
  expect(required({ operator: 'In' }, { operator: 'Exists', values: ['b'] }, { operator: 'Gt' }, { operator: 'Lt', values: ['1', '2'] }, { key: 'a b', operator: 'Exists' })).toEqual([
    'matchExpressions[0].values: required: operator In has no values (at least one value)',
    'matchExpressions[1].values: mismatch: operator Exists takes no values (no values)',
    'matchExpressions[2].values: required: operator Gt takes one value (exactly one value)',
    'matchExpressions[3].values: required: operator Lt takes one value (exactly one value)',
    'matchExpressions[4].key: format: the label key "a b" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
  ]);
});

test('an operator that there is not is told once', () => {
  const nodeSelectorTerms = [{ matchExpressions: [{ key: 'a', operator: 'Equals' }] }];
  expect(judge({ affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms } } } })).toHaveLength(1);
});

test('what is preferred has a weight, and the same rules', () => {
  const preference = { matchExpressions: [{ key: 'a', operator: 'NotIn' }] };
  expect(judge({ affinity: { nodeAffinity: { [PREFERRED]: [{ weight: 0, preference }, { weight: 100, preference: {} }] } } })).toEqual([
    `nodeAffinity.${PREFERRED}[0].preference.matchExpressions[0].values: required: operator NotIn has no values (at least one value)`,
    `nodeAffinity.${PREFERRED}[0].weight: bounds: weight is 0 (1 to 100)`,
  ]);
});

test.each(['podAffinity', 'podAntiAffinity'])('the terms of %s select by labels', kind => {
  const term = { topologyKey: 'a b', labelSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] }, namespaceSelector: { matchLabels: { a: 'b c' } } };
  const problems = (place: string): readonly string[] => [
    `${kind}.${place}.labelSelector.matchExpressions[0].values: required: operator In has no values (at least one value)`,
    `${kind}.${place}.namespaceSelector.matchLabels.a: format: the label value "b c" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit`,
    `${kind}.${place}.topologyKey: format: the topologyKey "a b" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit`,
  ];
  expect(judge({ affinity: { [kind]: { [REQUIRED]: [term] } } })).toEqual(problems(`${REQUIRED}[0]`));
  expect(judge({ affinity: { [kind]: { [PREFERRED]: [{ weight: 101, podAffinityTerm: term }] } } })).toEqual([
    ...problems(`${PREFERRED}[0].podAffinityTerm`),
    `${kind}.${PREFERRED}[0].weight: bounds: weight is 101 (1 to 100)`,
  ]);
});

test('a toleration is of what a taint can be', () => {
  expect(judge({ tolerations: [{ operator: 'Exists' }, { key: 'a' }, { key: 'a', value: 'b', effect: 'NoExecute', tolerationSeconds: 1 }] })).toEqual([]);
  expect(judge({ tolerations: [{ key: 'a', operator: 'Exists', value: 'b' }, { effect: 'NoSchedule' }, { key: 'a', tolerationSeconds: 1 }, { key: 'a b', operator: 'Exists' }] })).toEqual([
    'tolerations[0].operator: mismatch: operator Exists takes no value (no value, or operator: Equal)',
    'tolerations[1].operator: mismatch: a toleration without a key matches all taints (a key, or operator: Exists)',
    'tolerations[2].effect: mismatch: tolerationSeconds is allowed with effect NoExecute only (effect: NoExecute, or no tolerationSeconds)',
    'tolerations[3].key: format: the taint key "a b" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
  ]);
});

test('pods are spread with some skew, by labels', () => {
  const spread = { topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule' };
  expect(judge({ topologySpreadConstraints: [{ ...spread, maxSkew: 0, labelSelector: { matchLabels: { a: 'b c' } } }] })).toEqual([
    'topologySpreadConstraints[0].labelSelector.matchLabels.a: format: the label value "b c" is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
    'topologySpreadConstraints[0].maxSkew: bounds: maxSkew is 0 (at least 1)',
  ]);
});
