import { allRules } from '../../../lib/inspect/checks/all-rules';
import { defineCheck } from '../../../lib/inspect/checks/check';
import { ownChecks } from '../../../lib/inspect/checks/own-rules';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { found } from '../../support/judge';

const rule: Rule = { code: 'ACME001', slug: 'team-label', severity: 'warning', summary: 'A Service does not say which team it is of.', aliases: [] };
const check = defineCheck({
  rules: [rule],
  kinds: ['Service'],
  * judge({ root, labels }) {
    if (labels.team === undefined) {
      yield { rule, path: root.at('metadata', 'labels').path, message: 'no label "team"' };
    }
  },
});
const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: orders}\nspec: {ports: [{port: 80, name: http}]}\n';

describe('checks of a module', () => {
  test.each<[string, unknown]>([
    ['a list called checks', { checks: [check] }],
    ['a list by default', { default: [check] }],
    ['one by default', { default: check }],
    ['a list called checks, of CommonJS behind default', { default: { checks: [check] } }],
    ['a list that is the module', [check]],
    ['one that is the module', check],
  ])('are %s', (_, module) => {
    const checks = ownChecks(module, 'rules.cjs', allRules);
    expect(found(service, { checks })).toEqual(['ACME001 team-label | Service shop/orders | metadata.labels | no label "team"']);
  });

  test('have the module as page where they name none', () => {
    const [one] = ownChecks([{ ...check, rules: [{ ...rule, page: 'https://example.com/acme' }] }], 'rules.cjs', allRules);
    const [other] = ownChecks([check], 'rules.cjs', allRules);
    expect([one.rules[0].page, other.rules[0].page]).toEqual(['https://example.com/acme', 'rules.cjs']);
  });

  test('may share a rule', () => {
    const [one, other] = ownChecks([check, { ...check }], 'rules.cjs', allRules);
    expect(one.rules[0]).toBe(other.rules[0]);
  });
});

describe('a module is refused', () => {
  test.each<[string, unknown]>([['nothing', {}], ['no object', undefined], ['an empty list', { checks: [] }], ['something else', { default: {} }]])(
    'that exports %s', (_, module) => {
      expect(() => ownChecks(module, 'rules.cjs', allRules)).toThrow('rules.cjs: exports no checks. Export a list of what defineCheck gives, called `checks`.');
    },
  );

  test.each<[string, object, string]>([
    ['no judge', { judge: undefined }, 'checks[0].judge: is no function. Write `* judge(object, { set }) { yield { rule, path, message }; }`.'],
    ['no rules', { rules: [] }, 'checks[0].rules: is no list of rules. Name the rules that the check can find broken.'],
    ['a rule that is none', { rules: ['ACME001'] }, 'checks[0].rules[0]: is no object. Write what defineCheck takes.'],
    ['kinds that are none', { kinds: 'Service' }, 'checks[0].kinds: is no list of kinds. Write kinds such as networking.istio.io/Gateway or Service.'],
    ['no kinds at all', { kinds: [] }, 'checks[0].kinds: is no list of kinds. Write kinds such as networking.istio.io/Gateway or Service.'],
    ['reads that are none', { reads: [1] }, 'checks[0].reads: is no list of kinds. Write kinds such as networking.istio.io/Gateway or Service.'],
    ['fields that are none', { fields: 'retries' }, 'checks[0].fields: is no list of field names. Write names such as retries.'],
    ['no fields at all', { fields: [] }, 'checks[0].fields: is no list of field names. Write names such as retries.'],
    ['a kind without its group', { kinds: ['VirtualService'] }, 'checks[0].kinds: "VirtualService" is no kind. Write networking.istio.io/VirtualService.'],
    ['an analyzer that is none', { analyzer: 1 }, 'checks[0].analyzer: is no text. Name one analyzer, or leave it out.'],
  ])('whose check has %s', (_, change, message) => {
    expect(() => ownChecks({ checks: [{ ...check, ...change }] }, 'rules.cjs', allRules)).toThrow(`rules.cjs: ${message}`);
  });

  test.each<[string, object, string]>([
    ['code without a number', { code: 'ACME' }, 'code: "ACME" is no code. Write a family in capitals and a number: ACME001.'],
    ['code of ours', { code: 'MESH900' }, 'code: "MESH900" is of the family MESH, which is kept for cdk8s-mesh. Take a family of your own, such as ACME001.'],
    ['code of Istio', { code: 'IST0900' }, 'code: "IST0900" is of the family IST, which is kept for cdk8s-mesh. Take a family of your own, such as ACME001.'],
    ['slug that is none', { slug: 'Team label' }, 'slug: "Team label" is no slug. Write words in lower case, joined by hyphens: team-label.'],
    ['slug that is taken', { slug: 'unknown-field' }, 'slug: "unknown-field" is taken by CRD001 unknown-field. Take another.'],
    ['slug that is a family of ours', { slug: 'mesh' }, 'slug: "mesh" is taken by'],
    ['severity that is none', { severity: 'fatal' }, 'severity: "fatal" is none of error, warning, info. Take one of these.'],
    ['summary that is none', { summary: ' ' }, 'summary: is no text. Say in one sentence what the rule finds.'],
    ['aliases that are none', { aliases: undefined }, 'aliases: is no list of codes. Write `aliases: []` where no other code says the same.'],
    ['twins that are none', { twins: 'CRD001' }, 'twins: is no list of codes. Name codes, or leave it out.'],
    ['page that is none', { page: 1 }, 'page: is no text. Write a file or an address, or leave it out.'],
  ])('whose rule has a %s', (_, change, message) => {
    expect(() => ownChecks([{ ...check, rules: [{ ...rule, ...change }] }], 'rules.cjs', allRules)).toThrow(`rules.cjs: checks[0].rules[0].${message}`);
  });

  test('whose rules take a code twice, or one that another module has', () => {
    const twin = { ...check, rules: [{ ...rule, slug: 'other' }] };
    const message = 'code: "ACME001" is taken by ACME001 team-label. Take another.';
    expect(() => ownChecks([check, twin], 'rules.cjs', allRules)).toThrow(`rules.cjs: checks[1].rules[0].${message}`);
    expect(() => ownChecks(twin, 'more.cjs', [...allRules, rule])).toThrow(`more.cjs: the check.rules[0].${message}`);
  });
});
