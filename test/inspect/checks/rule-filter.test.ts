import { allRules } from '../../../lib/inspect/checks/all-rules';
import { applies } from '../../../lib/inspect/checks/rule-filter';

const codes = allRules.map(({ code }) => code);
const family = (name: string): string[] => codes.filter(code => code.startsWith(name));

test.each([
  ['everything, unless it is told otherwise', [], [], codes],
  ['only a code', ['CRD002'], [], ['CRD002']],
  ['only a rule', ['cel-rule'], [], ['CRD009']],
  ['only the rules that a code stands beside', ['MESH001'], [], ['CRD001', 'CRD011']],
  ['only a family', ['YAML'], [], family('YAML')],
  ['several names together', ['YAML001', 'CRD'], [], ['YAML001', ...family('CRD')]],
  ['all but a family', [], ['CRD', 'IST'], family('YAML')],
  ['all but the rules that a code stands beside', ['CRD'], ['MESH001'], family('CRD').filter(code => code !== 'CRD001' && code !== 'CRD011')],
  ['a family without one of its rules', ['YAML'], ['syntax'], ['YAML002', 'YAML003', 'YAML004']],
  ['nothing of what is skipped, even if it is named', ['CRD001'], ['CRD'], []],
])('lets apply %s', (_, only, skip, expected) => {
  expect(allRules.filter(rule => applies(rule, { only, skip })).map(({ code }) => code)).toEqual(expected);
});
