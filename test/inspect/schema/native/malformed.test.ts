import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { addMalformed } from '../../../../lib/inspect/schema/native/malformed';
import { dnsLabel } from '../../../../lib/inspect/schema/syntax/names';
import { asLine } from '../../../support/thing-kind';

test('a text that does not have its form is told below the value at hand', () => {
  const findings = new Findings();
  findings.path.push('spec');
  [undefined, 'a', 'A'].forEach(text => addMalformed(findings, { what: 'name', text, rule: dnsLabel }, 'name', 0));
  expect(findings.sorted.map(asLine)).toEqual([
    'spec.name[0]: format: the name "A" is not a valid DNS label: use lowercase letters, digits and "-", starting and ending with a letter or digit',
  ]);
});
