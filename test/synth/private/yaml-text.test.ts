import { load, loadAll } from 'js-yaml';
import { parse } from 'yaml';
import { yamlText } from '../../../lib/synth/private/yaml-text';

const HOSTILE = [
  'on', 'off', 'yes', 'no', 'y', 'n', 'Y', 'N', 'true', 'False', 'null', 'Null', '~', '', ' ', ' lead', 'trail ', '0775', '0o17', '0x1F', '0b11', '1e3', '1_000',
  '1.5', '.5', '+1', '-0', '.inf', '.NaN', '1:20', '12:30:45', '2024-01-01', '2024-01-01T00:00:00Z', '=', '<<', '!tag', '&anchor', '*alias', '%TAG', '@at', '`tick',
  '- item', '? key', 'key: value', 'a #comment', '#comment', '{flow}', '[flow]', '"quoted"', "'single'", '|', '>', '---', '...', 'tab\there', 'line\nbreak',
  'trailing newline\n', '\n', 'bell\u0007', 'next\u0085line', 'separator\u2028here', 'é', '日本', '😀', '\ufeffbom', 'back\\slash', 'a'.repeat(500),
];

test.each(HOSTILE.map(text => [JSON.stringify(text).slice(0, 40), text]))('%s is read alike by readers of YAML 1.1 and 1.2, as value and as key', (_, text) => {
  const object = { value: text, list: [text], [text]: 'key' };
  const rendered = yamlText([object]);
  expect(load(rendered)).toEqual(object);
  expect(parse(rendered, { version: '1.2' })).toEqual(object);
  // `<<` as a quoted key is a merge to no reader, but this one asks for a map under it unless merging is off.
  expect(parse(rendered, { version: '1.1', merge: false })).toEqual(object);
});

test('keys keep their order, shared values are written out, long lines are not folded', () => {
  const shared = { a: 1 };
  expect(yamlText([{ z: shared, b: [shared], text: 'word '.repeat(40).trim() }]))
    .toBe(`z:\n  a: 1\nb:\n  - a: 1\ntext: ${'word '.repeat(40).trim()}\n`);
});

test('objects are documents of one stream', () => {
  const text = yamlText([{ a: 1 }, { b: 2 }]);
  expect(text).toBe('a: 1\n---\nb: 2\n');
  expect(loadAll(text)).toEqual([{ a: 1 }, { b: 2 }]);
});

test.each([
  [NaN, 'NaN'], [Infinity, 'Infinity'], [-Infinity, '-Infinity'],
])('fails on %p, which no API server reads, and says where it is', (number, word) => {
  const object = { kind: 'Rollout', metadata: { name: 'shop' }, spec: { note: 'about .nan', steps: [{ weight: 5 }, { weight: number }] } };
  expect(() => yamlText([object])).toThrow(new Error(
    `Rollout shop: spec.steps.1.weight is ${word}, which no API server accepts. Fix the computation that produces it.`,
  ));
});

test('a text that looks like such a number is one', () => {
  const texts = { metadata: {}, data: { one: '.nan', many: 'first\n .inf\n' } };
  expect(load(yamlText([texts]))).toEqual(texts);
});
