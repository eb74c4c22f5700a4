import { Yaml } from 'cdk8s';
import { isRendered } from '../../../lib/synth/private/is-rendered';

const OBJECTS = [{ a: 1, b: ['x', '1'] }, { c: 'line\nline\n' }];

test('what a stock App writes for the same objects counts, however ours are written', () => {
  expect(isRendered(Yaml.stringify(...OBJECTS), '{"a": 1, "b": ["x", "1"]}\n---\nc: |\n  line\n  line\n')).toBe(true);
});

test.each([
  ['a comment', `# by hand\n${Yaml.stringify(...OBJECTS)}`],
  ['another style', JSON.stringify(OBJECTS[0])],
  ['another value', Yaml.stringify({ a: 2, b: ['x', '1'] }, OBJECTS[1])],
  ['another type', Yaml.stringify({ a: '1', b: ['x', '1'] }, OBJECTS[1])],
  ['one object less', Yaml.stringify(OBJECTS[0])],
  ['another order of objects', Yaml.stringify(OBJECTS[1], OBJECTS[0])],
  ['no YAML', 'a: [1\n'],
])('a text with %s does not', (_, text) => {
  expect(isRendered(text, Yaml.stringify(...OBJECTS))).toBe(false);
});

test('a text that grows without bounds when it is written out is compared in no time', () => {
  const bomb = Array.from({ length: 40 }, (_, i) => `k${i}: &a${i} [${i === 0 ? 1 : `*a${i - 1}, *a${i - 1}`}]`).join('\n');
  expect(isRendered(bomb, 'a: 1\n')).toBe(false);
});
