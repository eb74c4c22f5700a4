import { CelError, noSuchOverload } from '../../../../lib/inspect/schema/cel/cel-error';

test('what was caught is an error of CEL', () => {
  const error = new CelError('no such key: port');
  expect(CelError.caught(error)).toBe(error);
});

test('fails again with whatever else was caught', () => {
  const bug = new TypeError('a bug');
  expect(() => CelError.caught(bug)).toThrow(bug);
});

test('a missing overload is named by its signature, where it has one', () => {
  expect([noSuchOverload().message, noSuchOverload('_+_').message]).toEqual(['no such overload', 'no such overload: _+_']);
});
