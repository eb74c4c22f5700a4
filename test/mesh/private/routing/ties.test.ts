import fc from 'fast-check';
import { Match } from '../../../../lib/mesh/match';
import { PathMatch } from '../../../../lib/mesh/path-match';
import { isTie, Ordered } from '../../../../lib/mesh/private/routing/route-order';
import { Ties } from '../../../../lib/mesh/private/routing/ties';
import { someConditions } from '../../../support/mesh-request';

test('a rule ties with one of those before it exactly if comparing each of them says so', () => {
  let [ties, others] = [0, 0];
  const someRule = fc.record({ name: fc.string(), alternatives: fc.array(someConditions, { minLength: 1, maxLength: 3 }), priority: fc.nat(1) });
  fc.assert(fc.property(fc.array(someRule, { maxLength: 12 }), someRule, (before, rule) => {
    const known = new Ties<Ordered>();
    before.forEach(other => known.add(other));
    const tie = known.with(rule);
    expect(tie !== undefined).toBe(before.some(other => isTie(other, rule)));
    expect(tie === undefined || isTie(tie, rule)).toBe(true);
    ties += Number(tie !== undefined);
    others += Number(tie === undefined);
  }), { numRuns: 3000, seed: 24 });
  expect(Math.min(ties, others)).toBeGreaterThan(100);
});

test('thousands of rules for paths of their own are compared with none', () => {
  const known = new Ties<Ordered>();
  const rule = (name: string): Ordered => ({ name, priority: 0, alternatives: Match.path(PathMatch.below(`/${name}`))._alternatives });
  Array.from({ length: 20_000 }, (_, index) => rule(String(index + 100_000))).forEach(each => {
    expect(known.with(each)).toBeUndefined();
    known.add(each);
  });
  expect(known.with(rule('100000'))?.name).toBe('100000');
}, 10_000);
