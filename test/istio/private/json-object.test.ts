import { jsonObject } from '../../../lib/istio/private/json-object';

test('it is a copy, without what is undefined', () => {
  const object = { text: 'a', list: [1, { on: true }], none: undefined };
  const copy = jsonObject(object, 'config');
  expect(copy).toEqual({ text: 'a', list: [1, { on: true }] });
  expect([Object.keys(copy), copy.list === object.list]).toEqual([['text', 'list'], false]);
});

test.each<[string, Record<string, unknown>]>([
  ['config.a: null cannot', { a: null }],
  ['config.a: NaN cannot', { a: NaN }],
  ['config.a.b[0]: Infinity cannot', { a: { b: [Infinity] } }],
  ['config.a: Symbol(b) cannot', { a: Symbol('b') }],
  ['config.a: 1 cannot', { a: 1n }],
  ['config.a[0]: undefined cannot', { a: [undefined] }],
  ['config.a: [object Map] cannot', { a: new Map() }],
])('fails with "%s"', (problem, object) => {
  expect(() => jsonObject(object, 'config')).toThrow(`${problem} be rendered as JSON. Use strings, finite numbers, true or false, and lists and objects of these, and leave out undefined values.`);
});
