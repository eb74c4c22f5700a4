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
      expect(() => ownChecks(module, 'rules.cjs', allRules)).toThrow('rules.cjs: exports no checks. Export an array named `checks` with the results of defineCheck.');
    },
  );

  test.each<[string, object, string]>([
    ['no judge', { judge: undefined }, 'checks[0].judge: expected a function. Write `* judge(object, { set }) { yield { rule, path, message }; }`.'],
    ['no rules', { rules: [] }, 'checks[0].rules: expected a non-empty array of rules. List the rules that the check can report.'],
    ['a rule that is none', { rules: ['ACME001'] }, 'checks[0].rules[0]: expected an object. Write the fields that defineCheck expects.'],
    ['kinds that are none', { kinds: 'Service' }, 'checks[0].kinds: expected a non-empty array of kinds. Use kinds such as networking.istio.io/Gateway or Service.'],
    ['no kinds at all', { kinds: [] }, 'checks[0].kinds: expected a non-empty array of kinds. Use kinds such as networking.istio.io/Gateway or Service.'],
    ['reads that are none', { reads: [1] }, 'checks[0].reads: expected a non-empty array of kinds. Use kinds such as networking.istio.io/Gateway or Service.'],
    ['fields that are none', { fields: 'retries' }, 'checks[0].fields: expected a non-empty array of field names. Use names such as retries.'],
    ['no fields at all', { fields: [] }, 'checks[0].fields: expected a non-empty array of field names. Use names such as retries.'],
    ['a kind without its group', { kinds: ['VirtualService'] }, 'checks[0].kinds: "VirtualService" is not a known kind. Write networking.istio.io/VirtualService.'],
    ['an analyzer that is none', { analyzer: 1 }, 'checks[0].analyzer: expected a non-empty string. Name one analyzer, or omit the field.'],
  ])('whose check has %s', (_, change, message) => {
    expect(() => ownChecks({ checks: [{ ...check, ...change }] }, 'rules.cjs', allRules)).toThrow(`rules.cjs: ${message}`);
  });

  test.each<[string, object, string]>([
    ['code without a number', { code: 'ACME' }, 'code: "ACME" is not a valid code. Use a family in capital letters and a number, such as ACME001.'],
    ['code of ours', { code: 'MESH900' }, 'code: "MESH900" uses the family MESH, which is reserved for cdk8s-mesh. Use your own family, such as ACME001.'],
    ['code of Istio', { code: 'IST0900' }, 'code: "IST0900" uses the family IST, which is reserved for cdk8s-mesh. Use your own family, such as ACME001.'],
    ['slug that is none', { slug: 'Team label' }, 'slug: "Team label" is not a valid slug. Use lowercase words joined by hyphens, such as team-label.'],
    ['slug that is taken', { slug: 'unknown-field' }, 'slug: "unknown-field" is already used by CRD001 unknown-field. Choose another.'],
    ['slug that is a family of ours', { slug: 'mesh' }, 'slug: "mesh" is already used by'],
    ['severity that is none', { severity: 'fatal' }, 'severity: "fatal" is not a severity. Use one of error, warning, info.'],
    ['summary that is none', { summary: ' ' }, 'summary: expected a non-empty string. Describe in one sentence what the rule finds.'],
    ['aliases that are none', { aliases: undefined }, 'aliases: expected an array of codes. Write `aliases: []` if no other code reports the same problem.'],
    ['twins that are none', { twins: 'CRD001' }, 'twins: expected an array of codes. List codes, or omit the field.'],
    ['page that is none', { page: 1 }, 'page: expected a non-empty string. Name a file or a URL, or omit the field.'],
  ])('whose rule has a %s', (_, change, message) => {
    expect(() => ownChecks([{ ...check, rules: [{ ...rule, ...change }] }], 'rules.cjs', allRules)).toThrow(`rules.cjs: checks[0].rules[0].${message}`);
  });

  test('whose rules take a code twice, or one that another module has', () => {
    const twin = { ...check, rules: [{ ...rule, slug: 'other' }] };
    const message = 'code: "ACME001" is already used by ACME001 team-label. Choose another.';
    expect(() => ownChecks([check, twin], 'rules.cjs', allRules)).toThrow(`rules.cjs: checks[1].rules[0].${message}`);
    expect(() => ownChecks(twin, 'more.cjs', [...allRules, rule])).toThrow(`more.cjs: the check.rules[0].${message}`);
  });
});
