import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { NamedFormat } from '../../../../../lib/inspect/schema/cel/library/named-format';

const format = new NamedFormat('Empty', text => text === '' ? [] : ['must be empty']);

test('a format says what is wrong with a text', () => {
  expect([format.complaints(''), format.complaints('a'), format.kind]).toEqual([[], ['must be empty'], 'kubernetes.NamedFormat']);
});

test('two formats are equal when their names are', () => {
  expect([format.equals(new NamedFormat('Empty', () => [])), format.equals(new NamedFormat('Full', () => []))]).toEqual([true, false]);
  expect(() => format.equals('Empty')).toThrow(new CelError('no such overload'));
});
