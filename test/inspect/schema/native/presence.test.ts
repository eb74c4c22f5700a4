import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { checkThere } from '../../../../lib/inspect/schema/native/presence';
import { asLine } from '../../../support/thing-kind';

test.each([undefined, null, ''])('a field with %j is missing', name => {
  const findings = new Findings();
  checkThere({ name, other: name }, 'name', findings);
  checkThere({ name, other: name }, 'other', findings, 'o');
  expect(findings.sorted.map(asLine)).toEqual(['name: required: name is missing (a string)', 'other: required: other is missing (an object)']);
});

test('a field with a text or an object is there', () => {
  const findings = new Findings();
  checkThere({ name: 'a' }, 'name', findings);
  checkThere({ name: {} }, 'name', findings, 'o');
  expect(findings.sorted).toEqual([]);
});
