import { specOfAll } from '../../../lib/istio/private/spec-of-all';
import type { RuleIntent } from '../../../lib/mesh/private/intent';

const rules: RuleIntent[] = ['a', 'b', 'c'].map(name => ({ name, alternatives: [], destinations: [] }));

test('is what all rules render together', () => {
  expect(specOfAll(rules, all => all.map(({ name }) => name))).toEqual(['a', 'b', 'c']);
});

test('fails with a line for each rule that fails by itself, and for what they do together', () => {
  const render = (some: readonly RuleIntent[]): never[] => {
    const bad = some.find(({ name }) => name !== 'b');
    if (some.length > 1) {
      throw new Error('too many');
    }
    if (bad !== undefined) {
      throw new Error(`no ${bad.name}`);
    }
    return [];
  };
  expect(() => specOfAll(rules, render)).toThrow(new Error('too many\nno a\nno c'));
});
