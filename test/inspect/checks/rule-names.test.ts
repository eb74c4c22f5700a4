import { documentRules } from '../../../lib/inspect/checks/document-rules';
import { familyOf, namesOf, pageOf } from '../../../lib/inspect/checks/rule-names';

test('a rule answers to its code, the codes that say the same, their families, and its slug', () => {
  expect(namesOf(documentRules['duplicate-key'])).toEqual(['YAML002', 'MESH029', 'YAML', 'MESH', 'duplicate-key']);
});

test('the family of a code is the code without its number', () => {
  expect(['CRD001', 'IST0106'].map(familyOf)).toEqual(['CRD', 'IST']);
});

test('the page of a rule is called by its code', () => {
  expect(pageOf(documentRules.syntax)).toBe('docs/checks/YAML001.md');
});
