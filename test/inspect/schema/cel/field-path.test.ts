import { parseFieldPath } from '../../../../lib/inspect/schema/cel/field-path';

test.each([
  ['.spec', ['spec']],
  ['.spec.x-y', ['spec', 'x-y']],
  ['.labels[\'app.kubernetes.io/name\'].a', ['labels', 'app.kubernetes.io/name', 'a']],
  ['[\'it\\\'s\'][\'a\\\\b\\n\']', ['it\'s', 'a\\b\n']],
  ['', []],
])('%s is read as %j', (text, path) => {
  expect(parseFieldPath(text)).toEqual(path);
});

test.each(['spec', '.spec[0]', '.a..b', '[\'a', '.a]'])('%s is no field path', text => {
  expect(parseFieldPath(text)).toBeUndefined();
});
