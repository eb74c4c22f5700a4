import type { Rule } from '../../../lib/inspect/checks/rule';
import { ruleIds, rulePages, sharedCodes } from '../../../lib/inspect/checks/rule-pages';

const rule = (code: string, slug: string, page?: string): Rule => ({ code, slug, severity: 'error', summary: 'Wrong.', aliases: [], page });
const rules = [rule('CRD001', 'unknown-field'), rule('IST0106', 'duration'), rule('IST0106', 'percent'), rule('ACME001', 'team', 'acme.md'), rule('ACME001', 'owner', 'acme.md')];

test('a rule is explained on the page of its code, below that where it shares the code, and that of another where he says', () => {
  expect(rules.map(rulePages(rules))).toEqual([
    'docs/checks/CRD001.md', 'docs/checks/IST0106/duration.md', 'docs/checks/IST0106/percent.md', 'acme.md', 'acme.md',
  ]);
});

test('a rule is called by its code, and by its slug where it shares the code', () => {
  expect(rules.map(ruleIds(rules))).toEqual(['CRD001', 'IST0106/duration', 'IST0106/percent', 'ACME001/team', 'ACME001/owner']);
});

test('codes are shared by several rules', () => {
  expect([...sharedCodes(rules)]).toEqual(['IST0106', 'ACME001']);
});
