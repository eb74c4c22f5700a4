import { globPattern } from '../../lib/inspect/glob-pattern';

const matches = (glob: string, text: string): boolean => new RegExp(`^${globPattern(glob)}$`, 'su').test(text);

test.each([
  ['*', ''],
  ['k8s/*.json', 'k8s/a/b.json'],
  ['a?c', 'abc'],
  ['a*c', 'a\nc'],
  ['(a)[b]{c}^$.|+\\', '(a)[b]{c}^$.|+\\'],
])('%j stands for %j', (glob, text) => {
  expect(matches(glob, text)).toBe(true);
});

test.each([
  ['a?c', 'ac'],
  ['a.c', 'abc'],
  ['a', 'ab'],
])('%j does not stand for %j', (glob, text) => {
  expect(matches(glob, text)).toBe(false);
});
