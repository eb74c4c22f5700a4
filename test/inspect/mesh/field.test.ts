import { Field } from '../../../lib/inspect/mesh/field';

const root = Field.root({ spec: { hosts: ['a', 7, 'b'], http: [{ timeout: '5s' }, null], labels: { app: 'shop', size: 7 }, zero: 0, none: null } });

test('a place knows its path, and what stands there', () => {
  const timeout = root.at('spec', 'http', 0, 'timeout');
  expect([timeout.text, timeout.path, timeout.key]).toEqual(['5s', ['spec', 'http', 0, 'timeout'], 'timeout']);
});

test.each([
  ['a key that is not there', ['spec', 'tcp', 0, 'route']],
  ['a key of a list', ['spec', 'hosts', 'length']],
  ['a position in a mapping', ['spec', 0]],
  ['a key that every object of JavaScript has', ['spec', 'constructor']],
])('beneath %s there is nothing, and no error', (_, path) => {
  const field = root.at(...path);
  expect([field.value, field.isSet, field.isFilled, field.text, field.items(), field.entries(), field.texts, field.textMap]).toEqual([
    undefined, false, false, undefined, [], [], [], {},
  ]);
});

test('the items of a list and the fields of a mapping are places of their own', () => {
  expect(root.at('spec', 'http').items().map(({ path }) => path)).toEqual([['spec', 'http', 0], ['spec', 'http', 1]]);
  expect(root.at('spec', 'labels').entries().map(([key, { path }]) => [key, path])).toEqual([
    ['app', ['spec', 'labels', 'app']], ['size', ['spec', 'labels', 'size']],
  ]);
});

test('texts are taken alone, whatever else stands among them', () => {
  expect([root.at('spec', 'hosts').texts, root.at('spec', 'labels').textMap]).toEqual([['a', 'b'], { app: 'shop' }]);
});

test('null is nothing, and a zero is set but not filled', () => {
  const [none, zero] = [root.at('spec', 'none'), root.at('spec', 'zero')];
  expect([none.isSet, zero.isSet, zero.isFilled, zero.number]).toEqual([false, true, false, 0]);
});

test.each([[[], false], [['a'], true], [{}, false], [{ a: 1 }, true], ['', false], ['a', true], [true, true], [false, false]])('%j is filled: %p', (value, filled) => {
  expect(Field.root(value).isFilled).toBe(filled);
});

test('what a text means stands where the text stands', () => {
  const inner = Field.root({ data: { mesh: 'a: {b: 1}' } }).at('data', 'mesh').holding({ a: { b: 1 } });
  expect([inner.at('a', 'b').number, inner.at('a', 'b').path]).toEqual([1, ['data', 'mesh', 'a', 'b']]);
});
