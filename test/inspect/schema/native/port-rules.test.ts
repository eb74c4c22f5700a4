import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { checkOptionalPortNumber, checkPort, checkPortName, checkPortNumber } from '../../../../lib/inspect/schema/native/port-rules';
import { asLine } from '../../../support/thing-kind';

function found(check: typeof checkPort, ...values: unknown[]): readonly string[] {
  return values.flatMap(port => {
    const findings = new Findings();
    check({ port }, 'port', findings);
    return findings.sorted.map(asLine);
  });
}

test('a number is one of 16 bits, and not 0 but where that stands for a default', () => {
  expect(found(checkPortNumber, 1, 65535, undefined, null, 'http')).toEqual([]);
  expect(found(checkPortNumber, 0, 65536)).toEqual(['port: bounds: port is 0 (1 to 65535)', 'port: bounds: port is 65536 (1 to 65535)']);
  expect(found(checkOptionalPortNumber, 0, -1)).toEqual(['port: bounds: port is -1 (1 to 65535)']);
});

test('a name has a form', () => {
  expect(found(checkPortName, 'http', '', undefined, 80)).toEqual([]);
  expect(found(checkPort, 'Http', 70000)).toEqual([
    'port: format: the port name "Http" is invalid: use lowercase letters, digits and "-"',
    'port: bounds: port is 70000 (1 to 65535)',
  ]);
});
