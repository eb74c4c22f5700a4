import type { Edit, Fix } from '../../../lib/inspect/fix/fix';
import { mendText } from '../../../lib/inspect/fix/mend-text';
import { readDocument } from '../../../lib/inspect/model/read-document';

const rename = (to: string, ...path: ReadonlyArray<string | number>): Edit => ({ kind: 'rename', path, to });
const set = (to: string, ...path: ReadonlyArray<string | number>): Edit => ({ kind: 'set', path, to });
const wrap = (...path: ReadonlyArray<string | number>): Edit => ({ kind: 'wrap', path, key: 'value' });
const move: Edit = { kind: 'move', path: ['annotations', 'inject'], into: ['labels'] };

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

describe('an edit changes what it says, and nothing beside', () => {
  const cases: ReadonlyArray<readonly [title: string, before: string, fix: Fix, after: string]> = [
    ['a key', '# a\nold :  5 # b\n', [rename('new', 'old')], '# a\nnew :  5 # b\n'],
    ['a key in quotes', '{"old": 5, \'older\': 6}', [rename('new', 'old'), rename('newer', 'older')], '{"new": 5, \'newer\': 6}'],
    ['a key with a mapping below', 'a:\n- old:\n    x: 1\n', [rename('new', 'a', 0, 'old')], 'a:\n- new:\n    x: 1\n'],
    ['a text without quotes', 'a:   x   # y\n', [set('z', 'a')], 'a:   z   # y\n'],
    ['a text in quotes', '{a: "x", b: \'y\', c: [ "z" ]}', [set('1"', 'a'), set('2\'', 'b'), set('3', 'c', 0)], '{a: "1\\"", b: \'2\'\'\', c: [ "3" ]}'],
    ['a text with an anchor that nobody uses', 'a: &x v\n', [set('z', 'a')], 'a: &x z\n'],
    ['a text in a file of Windows', 'a: x\r\nb: y\r\n', [set('z', 'a')], 'a: z\r\nb: y\r\n'],
    ['a number', 'a: 5 # percent\n', [wrap('a')], 'a: {value: 5} # percent\n'],
    ['a number with the key of it', '{"a": 5}', [wrap('a'), rename('b', 'a')], '{"b": {"value": 5}}'],
    [
      'a pair with its comments',
      lines('labels:', '  app: shop # the name', 'annotations:', '  # by hand', '  inject: "false" # no proxy', '  other: x'),
      [move],
      lines('labels:', '  app: shop # the name', '  # by hand', '  inject: "false" # no proxy', 'annotations:', '  other: x'),
    ],
    ['the last pair of a mapping', lines('annotations:', '  inject: "true"', 'labels:', '    app: shop'), [move], lines('labels:', '    app: shop', '    inject: "true"')],
    ['a pair in braces', '{annotations: {a: b, inject: "true"}, labels: {app: shop}}', [move], '{annotations: {a: b}, labels: {app: shop, inject: "true"}}'],
    ['the first pair in braces', '{annotations: {inject: "true", a: b}, labels: {app: shop}}', [move], '{annotations: {a: b}, labels: {app: shop, inject: "true"}}'],
    ['braces that have nothing left', '{labels: {app: shop}, annotations: {inject: "true" }}', [move], '{labels: {app: shop, inject: "true"}}'],
    ['braces on a line that have nothing left', lines('labels: {app: shop}', 'annotations: {inject: "true"}', 'x: 1'), [move], lines('labels: {app: shop, inject: "true"}', 'x: 1')],
    ['a pair from braces to lines', lines('labels:', '  app: shop', 'annotations: {inject: "true", a: b}'), [move], lines('labels:', '  app: shop', '  inject: "true"', 'annotations: {a: b}')],
    ['a pair from lines to braces', lines('labels: {app: shop}', 'annotations:', '  inject: "true"', '  a: b'), [move], lines('labels: {app: shop, inject: "true"}', 'annotations:', '  a: b')],
    ['a pair in a file of Windows', 'labels:\r\n  app: shop\r\nannotations:\r\n  inject: x\r\n  a: b\r\n', [move], 'labels:\r\n  app: shop\r\n  inject: x\r\nannotations:\r\n  a: b\r\n'],
    ['a pair to the end of a text without line break', 'annotations:\n  inject: x\n  a: b\nlabels:\n  app: shop', [move], 'annotations:\n  a: b\nlabels:\n  app: shop\n  inject: x'],
  ];

  test.each(cases)('%s', (_, before, fix, after) => {
    const mended = mendText(before, [fix]);
    expect(mended).toEqual({ text: after, done: [fix], left: [] });
  });
});

describe('what cannot be changed without a risk stays as it is', () => {
  test.each<[string, string, Fix]>([
    ['a text that an alias brings to another place', 'a: &x y\nb: *x\n', [set('z', 'a')]],
    ['a text that an alias brings here', 'a: &x {c: y}\nb: *x\n', [set('z', 'b', 'c')]],
    ['a text that is merged', 'a: &x {c: y}\nb: {<<: *x}\n', [set('z', 'b', 'c')]],
    ['a key that stands twice', 'a: x\na: y\n', [set('z', 'a')]],
    ['a key beside the one that it should become', 'old: 1\nnew: 2\n', [rename('new', 'old')]],
    ['a key that is not there', 'a: 1\n', [rename('new', 'old')]],
    ['a text of several lines', 'a: |\n  x\n  y\n', [set('z', 'a')]],
    ['a field of a text that is YAML itself', 'a: |\n  b: x\n', [set('z', 'a', 'b')]],
    ['the name of such a field', 'a: |\n  b: x\n', [rename('c', 'a', 'b')]],
    ['a text over several lines', 'a: x\n  y\n', [set('z', 'a')]],
    ['a number, where a text is set', 'a: 5\n', [set('z', 'a')]],
    ['a text that would be no text without quotes', 'a: x\n', [set('true', 'a')]],
    ['a text that would begin a comment', 'a: x\n', [set('y #z', 'a')]],
    ['nothing, to be wrapped', 'a:\nb: 1\n', [wrap('a')]],
    ['a mapping over several lines, to be wrapped', 'a:\n  b: 1\n', [wrap('a')]],
    ['a pair that is in the other mapping already', 'labels: {inject: x}\nannotations: {inject: y}\n', [move]],
    ['a pair without another mapping', 'annotations: {inject: y}\n', [move]],
    ['a pair whose mapping has a comment of its own', 'labels:\n  app: shop\nannotations: # ours\n  inject: x\n', [move]],
    ['a pair with a comment, into braces', 'labels: {app: shop}\nannotations:\n  inject: x # why\n  a: b\n', [move]],
    ['a pair between line breaks in braces', '{labels: {a: b}, annotations: {inject: x,\n  # why\n  c: d}}', [move]],
    ['a pair of several lines', 'labels:\n  a: b\nannotations:\n  inject: >\n    x\n  c: d\n', [move]],
    ['one of two edits that belong together', 'a: x\nb: 5\n', [set('z', 'a'), set('z', 'b')]],
    ['a list that is shorter', 'a: [x]\n', [set('z', 'a', 1)]],
    ['braces whose lines are not indented, which only JSON may do', 'a:\n  b: {\nc: x\n}\n', [set('z', 'a', 'b', 'c')]],
    ['a document that cannot be read', 'a: [\n', [set('z', 'a')]],
  ])('%s', (_, text, fix) => {
    expect(mendText(text, [fix])).toEqual({ text, done: [], left: [fix] });
  });
});

test('of two fixes that meet, the first is done, and the other is left', () => {
  const [first, second]: Fix[] = [[set('v', 'a')], [set('w', 'a')]];
  expect(mendText('a: x\n', [first, second])).toEqual({ text: 'a: v\n', done: [first], left: [second] });
});

test('one that cannot be done costs no other', () => {
  const fixes = ['a', 'b', 'c', 'd', 'e'].map((key): Fix => [set('true x'.slice(0, key === 'c' ? 4 : 6), key)]);
  const { text, left } = mendText('a: x\nb: x\nc: x\nd: x\ne: x\n', fixes);
  expect(text).toBe('a: true x\nb: true x\nc: x\nd: true x\ne: true x\n');
  expect(left).toEqual([fixes[2]]);
});

describe('thousands of repairs of one document take a time that they are worth', () => {
  const COUNT = 4_000;
  const listOf = (item: (index: number) => string): string => Array.from({ length: COUNT }, (_, index) => `- ${item(index)}\n`).join('');
  const each = (edit: (index: number) => Edit): Fix[] => Array.from({ length: COUNT }, (_, index) => [edit(index)]);
  const isOdd = (index: number): boolean => index % 2 === 1;

  test.each<[string, number, string, Fix[]]>([
    ['of which all can be done', COUNT, listOf(() => '{old: 1, b: x}'), each(index => rename('new', index, 'old'))],
    ['of keys of one mapping', COUNT, listOf(index => `k${index}: x`).replaceAll('- ', ''), each(index => rename(`n${index}`, `k${index}`))],
    ['of what an alias brings elsewhere', 0, listOf(index => `[&x${index} {old: 1}, *x${index}]`), each(index => rename('new', index, 0, 'old'))],
    ['of what an alias brings here', 0, `- &x {old: 1}\n${listOf(() => '*x')}`, each(index => rename('new', index + 1, 'old'))],
    ['to texts that would be none', 0, listOf(() => 'x'), each(index => set('true', index))],
    ['to keys that would be none', 0, listOf(() => 'old: x'), each(index => rename('y #z', index, 'old'))],
    ['to mappings of numbers with a tag', 0, listOf(() => 'old: !!int 5'), each(index => wrap(index, 'old'))],
    ['to keys that are there', 0, listOf(() => '{old: 1, new: 2}'), each(index => rename('new', index, 'old'))],
    ['of texts of two lines', 0, listOf(() => 'x\n  y'), each(index => set('z', index))],
    ['of one place', 1, 'a: x\n', each(index => set(`z${index}`, 'a'))],
    ['of which half cannot be done', COUNT / 2, listOf(() => 'x'), each(index => set(isOdd(index) ? 'true' : 'z', index))],
    ['in braces whose lines are not indented', 0, `a:\n  b: [\n${'x,\n'.repeat(COUNT)}]\n`, each(index => set('z', 'a', 'b', index))],
  ])('%s', (_, count, text, fixes) => {
    const begin = process.cpuUsage();
    const { done, left } = mendText(text, fixes);
    expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(8);
    expect([done.length, left.length]).toEqual([count, COUNT - count]);
  });
});

describe('whatever a document looks like', () => {
  /** Numbers that are the same in each run. */
  function numbers(seed: number): (below: number) => number {
    let state = seed;
    return below => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor(state / 65_536) % below;
    };
  }

  const WORDS = ['x', '"y z"', "'it''s'", '5', 'true', '""', '|\n%  text\n', '&a b', '!!str 7', '*a', '', '{}', '[]', 'a: b', '# c'];

  function written(next: (below: number) => number, depth: number, indent: string): string {
    const pick = (): string => WORDS[next(WORDS.length)].replaceAll('%', indent);
    const keys = ['old', '"old"', 'new', 'labels', 'annotations', 'inject', 'k'];
    return Array.from({ length: 1 + next(4) }, () => {
      const key = keys[next(keys.length)];
      const comment = next(3) === 0 ? `${indent}# about ${key}\n` : '';
      switch (depth > 2 ? 0 : next(4)) {
        case 1:
          return `${comment}${indent}${key}:\n${written(next, depth + 1, `${indent}  `)}`;
        case 2:
          return `${comment}${indent}${key}: {${keys[next(7)]}: ${pick().split('\n')[0]}, ${keys[next(7)]}: y}${next(2) === 0 ? ' # z' : ''}\n`;
        case 3:
          return `${comment}${indent}${key}:\n${indent}- ${keys[next(7)]}: ${pick().split('\n')[0]}\n${indent}- y\n`;
        default:
          return `${comment}${indent}${key}: ${pick()}${next(3) === 0 ? ' # z' : ''}\n`;
      }
    }).join('');
  }

  function placesIn(value: unknown, path: ReadonlyArray<string | number> = []): Array<ReadonlyArray<string | number>> {
    const below = typeof value === 'object' && value !== null
      ? (Array.isArray(value) ? [...value.entries()] : Object.entries(value)) as Array<[string | number, unknown]>
      : [];
    return [...path.length === 0 ? [] : [path], ...below.flatMap(([key, held]) => placesIn(held, [...path, key]))];
  }

  const editsAt = (path: ReadonlyArray<string | number>): Edit[] => [
    rename('renamed', ...path), set('changed', ...path), wrap(...path),
    { kind: 'move', path, into: [...path.slice(0, -2), 'labels'] },
  ];

  test('a mended one can be read, and has the lines that no edit is about', () => {
    const next = numbers(7);
    let done = 0;
    for (let round = 0; round < 900; round += 1) {
      const text = written(next, 0, '').replaceAll('\n', round % 3 === 0 ? '\r\n' : '\n');
      const places = placesIn(readDocument(text).value);
      const fixes = places.slice(0, 6).map((place): Fix => [editsAt(place)[next(4)]]);
      const mended = mendText(text, fixes);
      done += mended.done.length;
      const comments = (one: string): string[] => (one.match(/#.*/g) ?? []).sort();
      expect(comments(mended.text)).toEqual(comments(text));
      expect(readDocument(mended.text).problems).toEqual(readDocument(text).problems);
      expect(mended.text.includes('\r\n')).toBe(text.includes('\r\n'));
      expect(mendText(mended.text, []).text).toBe(mended.text);
    }
    expect(done).toBeGreaterThan(200);
  });
});
