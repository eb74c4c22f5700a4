import { allRules } from '../../../lib/inspect/checks/all-rules';
import { canApply, lets } from '../../../lib/inspect/checks/rule-filter';
import { namesOf } from '../../../lib/inspect/checks/rule-names';

const codes = [...new Set(allRules.map(({ code }) => code))];
const family = (name: string): string[] => codes.filter(code => code.startsWith(name));

test.each([
  ['everything, unless it is told otherwise', [], [], codes],
  ['only a code', ['CRD002'], [], ['CRD002']],
  ['only a rule', ['cel-rule'], [], ['CRD009']],
  ['only the rules that a code stands beside', ['MESH001'], [], ['CRD001', 'CRD011']],
  ['only a family', ['YAML'], [], family('YAML')],
  ['several names together', ['YAML001', 'CRD'], [], ['YAML001', ...family('CRD')]],
  ['all but some families', [], ['CRD', 'IST', 'MESH'], family('YAML').filter(code => code === 'YAML003')],
  ['all but the rules that a code stands beside', ['CRD'], ['MESH001'], family('CRD').filter(code => code !== 'CRD001' && code !== 'CRD011')],
  ['a family without one of its rules', ['YAML'], ['syntax'], ['YAML002', 'YAML003', 'YAML004']],
  ['nothing of what is skipped, even if it is named', ['CRD001'], ['CRD'], []],
])('lets apply %s', (_, only, skip, expected) => {
  const through = allRules.filter(rule => lets(namesOf(rule), { only, skip }));
  expect([...new Set(through.map(({ code }) => code))]).toEqual(expected);
});

test.each([
  ['its own name', ['MESH013'], [], true],
  ['the code of a twin', ['IST0101'], [], true],
  ['the family of a twin', ['IST'], [], true],
  ['something else', ['CRD'], [], false],
  ['its own name, and skipped', ['IST0101'], ['MESH013'], false],
  ['nothing, and its twin is skipped', [], ['IST0101'], true],
])('a rule with a twin can apply where only this is asked for: %s', (_, only, skip, expected) => {
  const rule = { code: 'MESH013', slug: 'unknown-host', severity: 'error', summary: 'A host.', aliases: [], twins: ['IST0101'] } as const;
  expect(canApply(rule, { only, skip })).toBe(expected);
});
