import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { addEmpty, addMissing, addNotInEnum, addWrongType } from '../../../../lib/inspect/schema/check/misfits';
import type { Violation } from '../../../../lib/inspect/schema/violation';

function found(add: (findings: Findings) => void): readonly Violation[] {
  const findings = new Findings();
  findings.path.push('spec', 'mode');
  add(findings);
  return findings.sorted;
}

test('a wrong type is told with the right one', () => {
  expect(found(findings => addWrongType(findings, {}, { t: 's' }, [])))
    .toEqual([{ kind: 'type', path: ['spec', 'mode'], message: 'mode must be a string, not an object', expected: 'a string' }]);
});

test('a wrong type is told with the fields of the right one, and with how to write it', () => {
  expect(found(findings => addWrongType(findings, 5, { t: 'o', p: { number: 0 } }, [{ t: 'i' }]))).toEqual([{
    kind: 'type',
    path: ['spec', 'mode'],
    message: 'mode must be an object with number, not 5',
    expected: 'an object with number',
    repair: 'did you mean {number: 5}?',
  }]);
});

test('an empty field is told with what it has to hold at least', () => {
  const empty = { kind: 'required', path: ['spec', 'mode', 'names'], message: 'names is empty' };
  expect(found(findings => addEmpty(findings, 'names', []))).toEqual([{ ...empty, expected: 'at least one item' }]);
  expect(found(findings => addEmpty(findings, 'names', ''))).toEqual([{ ...empty, expected: 'at least one character' }]);
});

test('a missing field is told with its type where that is known', () => {
  expect(found(findings => addMissing(findings, 'name', { t: 's' })))
    .toEqual([{ kind: 'required', path: ['spec', 'mode', 'name'], message: 'name is missing', expected: 'a string' }]);
  expect(found(findings => addMissing(findings, 'name', undefined)))
    .toEqual([{ kind: 'required', path: ['spec', 'mode', 'name'], message: 'name is missing' }]);
});

test('a value outside an enum is told with those inside, and with the nearest', () => {
  expect(found(findings => addNotInEnum(findings, 'STRIKT', ['STRICT', 'DISABLE', null])))
    .toEqual([{ kind: 'enum', path: ['spec', 'mode'], message: 'invalid mode "STRIKT"', expected: '"STRICT", "DISABLE" or null', repair: 'did you mean "STRICT"?' }]);
  expect(found(findings => addNotInEnum(findings, 5, [1, 2]))).toEqual([{ kind: 'enum', path: ['spec', 'mode'], message: 'invalid mode 5', expected: '1 or 2' }]);
});

test('a missing field is told with its values where these are known', () => {
  expect(found(findings => addMissing(findings, 'name', { t: 's', e: ['a', 'b'] })).map(({ expected }) => expected)).toEqual(['"a" or "b"']);
});
