import { webhookChecks } from '../../../../lib/inspect/checks/webhook/webhook-checks';
import { hostileValues } from '../../../support/hostile-values';
import { judge } from '../../../support/judge';
import { webhookExamples } from './webhook.examples';

describe.each(Object.entries(webhookExamples))('%s', (_, { bad, good }) => {
  test.each([['broken', bad], ['kept', good]])('where it is %s, each check finds what it says it can find', (__, yaml) => {
    for (const check of webhookChecks) {
      const known = new Set(check.rules.map(({ slug }) => slug));
      expect(judge(yaml, { checks: [check] }).findings.map(({ rule }) => rule).filter(rule => !known.has(rule))).toEqual([]);
    }
  });

  test('values of any type in any place make no check fail', () => {
    expect(judge(hostileValues(bad.replace(/a{1000,}/, 'a')), { checks: webhookChecks }).crashes).toEqual([]);
  });
});
