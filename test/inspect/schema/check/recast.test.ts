import { recast, typeNameOf } from '../../../../lib/inspect/schema/check/recast';
import { METADATA, SchemaNode } from '../../../../lib/inspect/schema/node';

const [TEXT, WHOLE, THING] = [0, 1, 2];
const nodes: readonly SchemaNode[] = [{ t: 's' }, { t: 'i' }, { t: 'o', p: { name: TEXT, size: WHOLE } }];

const MATCH: SchemaNode = { t: 'o', p: { exact: TEXT, prefix: TEXT, regex: TEXT } };
const DURATION: SchemaNode = { t: 's', v: [{ rule: "duration(self) >= duration('1ms')" }] };

describe('the name of a type', () => {
  test('is that of a string where the schema names none', () => {
    expect(typeNameOf({})).toBe('a string');
  });

  test('of an object lists its fields while they are few', () => {
    expect(typeNameOf({ t: 'o' })).toBe('an object');
    expect(typeNameOf({ t: 'o', p: { a: TEXT, b: TEXT, c: TEXT, d: TEXT } })).toBe('an object with a, b, c or d');
    expect(typeNameOf({ t: 'o', p: { a: TEXT, b: TEXT, c: TEXT, d: TEXT, e: TEXT } })).toBe('an object');
  });
});

test.each<[string, unknown, SchemaNode, string | undefined]>([
  ['what YAML reads otherwise is put in quotes', true, { t: 's' }, 'quote it: without quotes, YAML reads it as true'],
  ['a number too', 509, {}, 'quote it: without quotes, YAML reads it as 509'],
  ['where an integer may stand, a fraction is not put in quotes', 1.5, { t: 'x' }, undefined],
  ['but true or false is', false, { t: 'x' }, 'quote it: without quotes, YAML reads it as false'],
  ['an integer takes its quotes off', '50', { t: 'i' }, 'write it without quotes: 50'],
  ['another text is no integer', '5.0', { t: 'i' }, undefined],
  ['nor is one that YAML reads in base 8', '010', { t: 'i' }, undefined],
  ['a number takes its quotes off', '-0.5', { t: 'n' }, 'write it without quotes: -0.5'],
  ['true or false takes its quotes off', 'false', { t: 'b' }, 'write it without quotes: false'],
  ['another word is neither', 'yes', { t: 'b' }, undefined],
  ['one value becomes a list', 'reviews', { t: 'a', i: TEXT }, 'write a list: ["reviews"]'],
  ['one object becomes a list', {}, { t: 'a', i: THING }, 'make it a list item, with "- " in front'],
  ['one object becomes a list of metadata', {}, { t: 'a', i: METADATA }, 'make it a list item, with "- " in front'],
  ['a value of another type than the items does not', 5, { t: 'a', i: TEXT }, undefined],
  ['nor does one where any item may stand', 5, { t: 'a' }, undefined],
  ['a value goes into the only field that takes it', 8080, nodes[THING], 'did you mean {size: 8080}?'],
  ['of several fields it is the required one', 'a', { t: 'o', p: { host: TEXT, subset: TEXT }, r: ['host'] }, 'did you mean {host: "a"}?'],
  ['of several that are equal it is none', 'a', { t: 'o', p: { exact: TEXT, prefix: TEXT } }, undefined],
  ['but what texts are matched by is to be exact', true, MATCH, 'did you mean {exact: "true"}?'],
  ['a path may be the beginning of others', '/api', MATCH, 'did you mean {exact: "/api"} or {prefix: "/api"}?'],
  ['a list matches nothing', ['a'], MATCH, undefined],
  ['a list of one text is that text', ['orders'], { t: 's' }, 'write a single value, not a list: "orders"'],
  ['a list of several is none', ['a', 'b'], { t: 's' }, undefined],
  ['a number is a duration in seconds', 10, DURATION, 'write 10s'],
  ['true or false is none', true, DURATION, 'quote it: without quotes, YAML reads it as true'],
  ['a list is no field', [], { t: 'o', p: { names: 3 } }, undefined],
  ['nothing becomes nothing', null, { t: 's' }, undefined],
  ['a quantity is what it is', true, { t: 'q' }, undefined],
])('%s', (_, value, node, expected) => {
  expect(recast(value, node, [...nodes, { t: 'a' }])).toBe(expected);
});
