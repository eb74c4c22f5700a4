import { Field } from '../../../lib/inspect/mesh/field';
import { NO_NUMBER, portNumber, portWords } from '../../../lib/inspect/mesh/port-number';

test.each<[unknown, number | undefined]>([
  [80, 80], ['80', 80], ['65535', 65_535], ['0', undefined], ['080', undefined], ['http', undefined], ['8e1', undefined], ['123456', undefined],
  [undefined, undefined], [null, undefined], [true, undefined], [[80], undefined],
])('%j is the number %p', (value, number) => {
  expect(portNumber(Field.root(value))).toBe(number);
});

test.each([
  [{ number: 80, name: 'http' }, 'port 80'],
  [{ number: '80' }, 'port 80'],
  [{ number: 'x', name: 'http' }, 'the port "http"'],
  [{ name: '' }, 'ports[1]'],
  ['x', 'ports[1]'],
])('%j is called %s', (port, words) => {
  expect(portWords(Field.root([0, port]).items()[1], 'number')).toBe(words);
});

test('no port has the number of those that cannot be read', () => {
  expect(portNumber(Field.root(NO_NUMBER))).toBe(0);
});
