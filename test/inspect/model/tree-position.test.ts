import { documentTree } from '../../../lib/inspect/model/document-tree';
import { parseText } from '../../../lib/inspect/model/parse-text';
import { offsetOf } from '../../../lib/inspect/model/tree-position';

const TEXT = `# an object
kind: Service
"spec": &spec
  on: 1
  'ports':
  - name: http
  - {name: grpc, port: 1}
  - &third
    name: tls
  - *third
  list: [a, "b", 'c']
  text:
  - |
    x
  - >-
    y
  -
  again: 1
  again: 2
base: &base
  one: {two: 1}
  three: 1
merged:
  <<: *base
  four: 4
several:
  <<: [*base, {five: 5}]
  three: 3
late:
  three: 3
  <<: *base
`;

/** The text from the place that was found to the end of its line. */
const found = (path: ReadonlyArray<string | number>, text = TEXT): string => text.slice(offsetOf(documentTree(parseText(text)), path)).split('\n')[0];

test.each([
  ['the object itself', [], 'kind: Service'],
  ['a key', ['kind'], 'kind: Service'],
  ['a key in quotes', ['spec'], '"spec": &spec'],
  ['a key that is no string in YAML', ['spec', 'true'], 'on: 1'],
  ['a mapping in a list', ['spec', 'ports', 0], 'name: http'],
  ['a key of a mapping in a list', ['spec', 'ports', 0, 'name'], 'name: http'],
  ['a mapping in braces', ['spec', 'ports', 1], '{name: grpc, port: 1}'],
  ['a key in braces', ['spec', 'ports', 1, 'port'], 'port: 1}'],
  ['an alias', ['spec', 'ports', 3], '*third'],
  ['a key behind an alias, where it is written', ['spec', 'ports', 3, 'name'], 'name: tls'],
  ['a plain item', ['spec', 'list', 0], 'a, "b", \'c\']'],
  ['an item in double quotes', ['spec', 'list', 1], '"b", \'c\']'],
  ['an item in single quotes', ['spec', 'list', 2], '\'c\']'],
  ['a block of text', ['spec', 'text', 0], '|'],
  ['a folded text', ['spec', 'text', 1], '>-'],
  ['the last of equal keys', ['spec', 'again'], 'again: 2'],
  ['a merged key, where it is written', ['merged', 'one', 'two'], 'two: 1}'],
  ['a key beside a merge', ['merged', 'four'], 'four: 4'],
  ['a key of one of several merged mappings', ['several', 'five'], 'five: 5}]'],
  ['a key that replaces a merged one', ['several', 'three'], 'three: 3'],
  ['a key that is replaced by a later merge', ['late', 'three'], 'three: 1'],
])('finds %s', (_, path, line) => {
  expect(found(path)).toBe(line);
});

test.each([
  ['a missing key: its mapping', ['spec', 'ports', 0, 'port'], 'name: http'],
  ['a missing key of a key: the key', ['spec', 'nothing', 'there'], '"spec": &spec'],
  ['a missing item: its list', ['spec', 'ports', 9, 'name'], '\'ports\':'],
  ['a key of a list: the list', ['spec', 'ports', 'name'], '\'ports\':'],
  ['an item of a mapping: the mapping', ['spec', 0], '"spec": &spec'],
  ['a key of a text: the text', ['kind', 'x', 'y'], 'kind: Service'],
])('finds the nearest parent of %s', (_, path, line) => {
  expect(found(path)).toBe(line);
});

test('an empty item stands where the one before it ends', () => {
  expect(offsetOf(documentTree(parseText('a: [x, ]\nb:\n- x\n-\n')), ['b', 1])).toBe(15);
});

test('an empty document is its beginning', () => {
  expect(offsetOf(documentTree(parseText('# nothing\n')), ['a'])).toBe(0);
});
