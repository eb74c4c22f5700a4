import { readFileSync } from 'node:fs';
import { constructFromEvents, parseEvents, YAMLException } from 'js-yaml';
import { strictSchema } from '../../../lib/inspect/model/kubernetes-schema';

/** What js-yaml itself says of a text: errors are known by these words, so that another release that has other words would change findings. */
function reasonOf(text: string): string | undefined {
  try {
    constructFromEvents(parseEvents(text, { maxDepth: 500 }), { source: text, schema: strictSchema, json: true, maxAliases: 10 });
    return undefined;
  } catch (error) {
    return error instanceof YAMLException ? error.reason : String(error);
  }
}

/** The texts with the words for them that parse-problem.ts and parse-text.ts know. */
const WORDS: ReadonlyArray<readonly [text: string, reason: string]> = [
  ['['.repeat(501), 'nesting exceeded maxDepth (500)'],
  [`a: &a x\nb: [${'*a,'.repeat(11)}]`, 'aliases exceeded maxAliases (10)'],
  ['a:\n\tb: 1', 'tab characters must not be used in indentation'],
  ['a: \'x', 'unexpected end of the stream within a single quoted scalar'],
  ['a: "x', 'unexpected end of the stream within a double quoted scalar'],
  ['a: [1', 'unexpected end of the stream within a flow collection'],
  ['a:\n  b: [\nc]\n', 'deficient indentation'],
  ['a: \'x\n--- y', 'deficient indentation'],
  ['a: ["1" "2"]', 'missed comma between flow collection entries'],
  ['a: [1, , 2]', 'expected the node content, but found \',\''],
  ['a: &a [*a]', 'recursive alias "a" is not supported for tag tag:yaml.org,2002:seq because it uses finalize()'],
  ['a: "\\q"', 'unknown escape sequence'],
  ['a: "\\x4g"', 'expected hexadecimal character'],
  ['a: *b', 'unidentified alias "b"'],
  ['a: |x\n', 'a line break is expected'],
  ['a: b: c', 'bad indentation of a mapping entry'],
  ['- a\n b: c', 'bad indentation of a sequence entry'],
  ['a\nb: c', 'end of the stream or a document separator is expected'],
  ['? a\nb', 'expected \':\' after a mapping key'],
  ['a: 1\n"b\nc": d', 'can not read a block mapping entry; a multiline key may not be an implicit key'],
  ['a: !!int x', 'cannot resolve a node with !<tag:yaml.org,2002:int> explicit tag'],
  ['a: & b', 'name of an anchor node must contain at least one character'],
  ['a: * b', 'name of an alias node must contain at least one character'],
  ['%x', 'directives end mark is expected'],
  ['%\n---', 'directive name must not be less than one character in length'],
  ['%YAML\n---', 'YAML directive accepts exactly one argument'],
  ['%YAML 1.2\n%YAML 1.2\n---', 'duplication of %YAML directive'],
  ['%YAML x\n---', 'ill-formed argument of the YAML directive'],
  ['%YAML 3.0\n---', 'unacceptable YAML version of the document'],
  ['%TAG a\n---', 'TAG directive accepts exactly two arguments'],
  ['%TAG a b\n---', 'ill-formed tag handle (first argument) of the TAG directive'],
  ['%TAG ! b\n%TAG ! b\n---', 'there is a previously declared suffix for "!" tag handle'],
  ['%TAG !a! [\n---', 'ill-formed tag prefix (second argument) of the TAG directive'],
  ['a: !x!y z', 'undeclared tag handle "!x!"'],
];

test.each(WORDS)('%j is refused by js-yaml in the words that are known', (text, reason) => {
  expect(reasonOf(text)).toBe(reason);
});

/** The words for which no text is above, since they are shown as they are. */
const OTHERS = [
  'a whitespace character is expected after the key-value separator within a block mapping',
  'alias node should not have any properties',
  'bad explicit indentation width of a block scalar; it cannot be less than one',
  'can not read a document',
  'duplication of a tag property',
  'duplication of an anchor property',
  'expected valid JSON character',
  'named tag handle cannot contain such characters',
  'null byte is not allowed in input',
  'repeat of a chomping mode identifier',
  'repeat of an indentation width identifier',
  'tag name cannot contain such characters',
  'tag suffix cannot contain exclamation marks',
  'tag suffix cannot contain flow indicator characters',
  'the stream contains non-printable characters',
  'unexpected end of the document within a double quoted scalar',
  'unexpected end of the document within a single quoted scalar',
  'unexpected end of the stream within a verbatim tag',
];

test('the parser of js-yaml has no other words', () => {
  const source = readFileSync(require.resolve('js-yaml'), 'utf8');
  const all = Array.from(source.matchAll(/throw(?:Error\(state|At\(input, nullpos), (["'`])((?:(?!\1|\$\{).|\\.)+)/g), ([, , words]) => words.replaceAll('\\"', '"').trim());
  expect(all.length).toBeGreaterThan(50);
  expect([...new Set(all)].filter(words => ![...OTHERS, ...WORDS.map(([, reason]) => reason)].some(known => known.startsWith(words.replace(/:$/, ''))))).toEqual([]);
});
