import { allRules } from '../../../lib/inspect/checks/all-rules';
import { groupBy } from '../../../lib/inspect/group-by';
import { judge } from '../../support/judge';
import { ruleExamples } from './all.examples';

/** Codes that stand for several rules have one page, so each of their rules has its examples here. */
const shared = new Set([...groupBy(allRules, ({ code }) => code).values()].filter(rules => rules.length > 1).flat().map(({ slug }) => slug));

test('each rule that shares its code has an example, and no other rule', () => {
  expect(Object.keys(ruleExamples).sort()).toEqual([...shared].sort());
});

describe.each(Object.entries(ruleExamples))('%s', (slug, { bad, good, complete = false }) => {
  test('is found where it is broken, whatever the API server says of it', () => {
    expect(judge(bad, { set: { complete }, filter: { only: [], skip: ['CRD'] } }).findings.map(({ rule }) => rule)).toContain(slug);
  });

  test('is not found where all is well, and neither is another rule of istiod', () => {
    expect(judge(good, { set: { complete }, filter: { only: ['IST0106', 'IST0133', slug], skip: [] } }).findings).toEqual([]);
  });
});
