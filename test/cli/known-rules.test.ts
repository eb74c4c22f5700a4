import { knownName, rulesNamed } from '../../lib/cli/known-rules';
import { allRules } from '../../lib/inspect/checks/all-rules';

test.each([
  ['CRD001', 'CRD001'], ['crd001', 'CRD001'], ['mesh001', 'MESH001'], ['Yaml', 'YAML'], ['Unknown-Field', 'unknown-field'],
  ['IST0106/percent', 'percent'], ['ist0106/Percent', 'percent'], ['MESH002/http-without-action', 'http-without-action'],
])('%s is known as %s', (name, known) => {
  expect(knownName(name, allRules)).toBe(known);
});

test.each([
  ['Unknwon-Field', 'unknown code, family or rule "Unknwon-Field": did you mean unknown-field?'],
  ['IST0106/procent', 'unknown code, family or rule "IST0106/procent": did you mean percent?'],
  ['IST0133/percent', 'unknown code, family or rule "IST0133/percent": did you mean percent?'],
  ['frobnicate', 'unknown code, family or rule "frobnicate": run cdk8s-mesh codes to list them'],
])('fails on %s, with the names that are near', (name, message) => {
  expect(() => knownName(name, allRules)).toThrow(message);
});

test('a name stands for all rules that answer to it', () => {
  expect(rulesNamed('MESH001', allRules).map(({ code }) => code)).toEqual(['CRD001', 'CRD011']);
});
