import { conditionValues, sourcesOf } from '../../../lib/inspect/mesh/policy-sources';
import { flowObject } from '../../support/flow-objects';
import { objectSet } from '../../support/object-set';

test('sources and conditions of all rules are found, with their places', () => {
  const rules = '[{from: [{source: {namespaces: [a]}}]}, {when: [{key: k, values: [in], notValues: [out]}, {key: other, values: [z]}]}, null, 5]';
  const [policy] = objectSet(flowObject('security.istio.io/v1', 'AuthorizationPolicy', ['shop/a', `rules: ${rules}`])).all;
  expect(sourcesOf(policy).map(({ path }) => path)).toEqual([['spec', 'rules', 0, 'from', 0, 'source']]);
  expect(conditionValues(policy, 'k').map(({ text, path }) => [text, path.at(-2)])).toEqual([['in', 'values'], ['out', 'notValues']]);
});
