import { defineCheck, Problem } from '../../../lib/inspect/checks/check';
import { FINDINGS_SHOWN } from '../../../lib/inspect/checks/judging';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { found, judge } from '../../support/judge';

const rule: Rule = { code: 'TEST001', slug: 'test', severity: 'warning', summary: 'A test.', aliases: [] };
const other: Rule = { ...rule, code: 'TEST002', slug: 'other' };
const services = ['orders', 'payments'].map(name => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: {ports: [{port: 80, name: http}]}\n`).join('---\n');

function saying(problems: ReadonlyArray<Partial<Problem>>): { readonly checks: readonly [ReturnType<typeof defineCheck>] } {
  const all = problems.map((problem, index): Problem => ({ rule, path: ['metadata'], message: `no. ${index}`, ...problem }));
  return { checks: [defineCheck({ rules: [rule, other], kinds: ['Service'], judge: ({ name }) => (name === 'orders' ? all : all.slice(0, 1)) })] };
}

test('of the findings of one rule in one object the first are shown, and how many more there are', () => {
  const lines = found(services, saying(Array.from({ length: FINDINGS_SHOWN + 1234 }, () => ({}))));

  expect(lines).toHaveLength(FINDINGS_SHOWN + 2);
  expect(lines.filter(line => !line.includes('no. '))).toEqual(['TEST001 test | Service shop/orders |  | and 1,234 more of these in this object']);
  expect(lines.filter(line => line.includes('payments'))).toEqual(['TEST001 test | Service shop/payments | metadata | no. 0']);
});

test('as many as are shown are all', () => {
  const lines = found(services, saying(Array.from({ length: 2 * FINDINGS_SHOWN }, (_, index) => ({ rule: index % 2 === 0 ? rule : other }))));
  expect(lines).toHaveLength(2 * FINDINGS_SHOWN + 1);
  expect(lines.filter(line => !line.includes('no. '))).toEqual([]);
});

test('what is not shown is as grave as it was', () => {
  const { findings } = judge(services, saying(Array.from({ length: FINDINGS_SHOWN + 3 }, (_, index) => ({ severity: index === FINDINGS_SHOWN + 1 ? 'error' : 'info' }))));
  expect(findings.filter(({ severity }) => severity !== 'info').map(({ severity, message, repair }) => [severity, message, repair])).toEqual([
    ['error', 'and 3 more of these in this object', 'fix the ones shown, and check again'],
  ]);
});

test('more wrong fields than are shown hide nothing that other rules find in the object', () => {
  const spec = Array.from({ length: 2 * FINDINGS_SHOWN }, (_, index) => `  wrong${index}: true\n`).join('');
  const lines = found(`apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: orders}\nspec:\n  hosts: ["a b"]\n${spec}`);
  expect(lines.filter(line => line.startsWith('IST0106 wildcard'))).toEqual([expect.stringContaining('spec.hosts[0]')]);
});
