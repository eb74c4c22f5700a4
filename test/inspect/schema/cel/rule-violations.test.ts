import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { ruleViolations } from '../../../../lib/inspect/schema/cel/rule-violations';
import type { CelRule, SchemaNode, SchemaTable } from '../../../../lib/inspect/schema/node';

/** What is said of a value by the first of some nodes, under one rule. */
function judge(rule: CelRule, self: unknown, ...nodes: readonly SchemaNode[]): ReturnType<typeof ruleViolations> {
  return ruleViolations([rule], self, { node: 0, nodeAt: index => nodes[index] });
}

const WHOLE: SchemaNode = { t: 'i' };

test('a value that keeps a rule has nothing against it', () => {
  expect(judge({ rule: 'self == 5' }, 5, WHOLE)).toEqual([]);
});

test('a value that breaks a rule has its message against it', () => {
  const rule = { rule: 'self == 6', message: 'must be six' };
  expect(judge(rule, 5, WHOLE)).toEqual([{ message: 'must be six', rule }]);
});

test('without a message, the rule itself is told', () => {
  expect(judge({ rule: ' self == 6 ' }, 5, WHOLE)[0].message).toBe('failed rule: self == 6');
  expect(judge({ rule: 'self == 6', message: '' }, 5, WHOLE)[0].message).toBe('failed rule: self == 6');
});

test('each rule that is broken is told, in the order of the rules', () => {
  const rules = ['self > 5', 'self == 5', 'self < 5'].map(rule => ({ rule }));
  expect(ruleViolations(rules, 5, { node: 0, nodeAt: () => WHOLE }).map(({ rule }) => rule)).toEqual([rules[0], rules[2]]);
});

test.each([
  ['"it is " + string(self)', 'it is 5'],
  ['"  it is 5  "', 'it is 5'],
  ['""', 'fixed'],
  ['"two\\nlines"', 'fixed'],
  ['string(1 / (self - 5))', 'fixed'],
  ['self', 'fixed'],
  ['no syntax', 'fixed'],
])('with the message expression %s, the message is %s', (messageExpression, message) => {
  expect(judge({ rule: 'self == 6', message: 'fixed', messageExpression }, 5, WHOLE)[0].message).toBe(message);
});

test('a message expression that takes too much space does not count', () => {
  const text = (length: number): string => judge({ rule: 'false', message: 'fixed', messageExpression: 'self' }, 'x'.repeat(length), { t: 's' })[0].message;
  expect([text(5120), text(5121)]).toEqual(['x'.repeat(5120), 'fixed']);
});

test('a rule that ends in an error is broken', () => {
  expect(judge({ rule: '1 / (self - 5) == 1' }, 5, WHOLE)[0].message).toBe('division by zero evaluating rule: 1 / (self - 5) == 1');
  expect(judge({ rule: 'self.port == 1', message: 'port' }, {}, { t: 'o', p: {} })[0].message).toBe('no such key: port evaluating rule: port');
  expect(judge({ rule: 'self.startsWith("a")' }, 5, { t: 'x' })[0].message).toBe(
    '\'no such overload\': call arguments did not match a supported operator, function or macro signature for rule: self.startsWith("a")',
  );
});

test('a rule that comes to no bool is broken', () => {
  expect(judge({ rule: 'self' }, 5, WHOLE)[0].message).toBe('failed rule: self');
});

test('a rule that nobody can evaluate is broken, and says what is wrong with it', () => {
  expect(judge({ rule: 'self ==' }, 5, WHOLE)[0].message).toBe('rule compile error: Syntax error: unexpected \'<EOF>\'');
  expect(judge({ rule: 'self.isEven()' }, 5, WHOLE)[0].message).toBe('rule compile error: undeclared reference to \'isEven\'');
});

test('a value that is not what its schema says breaks its rules', () => {
  expect(judge({ rule: 'self == 5' }, 'five', WHOLE)[0].message).toBe('invalid data, expected int evaluating rule: self == 5');
});

test.each([[null], [undefined]])('%s breaks no rule', self => {
  expect(judge({ rule: 'false' }, self, { t: 'i', nul: 1 })).toEqual([]);
});

describe('the old value', () => {
  test('is not there when an object is created, so that rules about it do not apply', () => {
    expect(judge({ rule: 'self == oldSelf' }, 5, WHOLE)).toEqual([]);
  });

  test('is an optional one where the rule says so', () => {
    expect(judge({ rule: 'oldSelf.hasValue()', optionalOldSelf: true }, 5, WHOLE)).toHaveLength(1);
    expect(judge({ rule: 'oldSelf.orValue(self) == self', optionalOldSelf: true }, 5, WHOLE)).toEqual([]);
  });
});

describe('the field of a rule', () => {
  test('is told as a path below the value', () => {
    expect(judge({ rule: 'false', fieldPath: '.spec[\'a.b\']' }, 5, WHOLE)[0].fieldPath).toEqual(['spec', 'a.b']);
  });

  test('is not told when the rule ends in an error, and when it is no path', () => {
    expect(judge({ rule: '1 / 0 == 1', fieldPath: '.spec' }, 5, WHOLE)[0]).not.toHaveProperty('fieldPath');
    expect(judge({ rule: 'false', fieldPath: 'spec' }, 5, WHOLE)[0]).not.toHaveProperty('fieldPath');
  });
});

test('a value is converted when a rule asks for it', () => {
  const self = { small: 1, get big(): never { throw new Error('nobody asked'); } };
  const nodes: readonly SchemaNode[] = [{ t: 'o', p: { small: 1, big: 1 } }, WHOLE];
  expect(judge({ rule: 'self.small == 1' }, self, ...nodes)).toEqual([]);
});

describe('the rules of the project\'s schemas', () => {
  const withRules = readdirSync('imports/schemas').filter(file => file !== 'index.json')
    .map(file => (JSON.parse(readFileSync(`imports/schemas/${file}`, 'utf8')) as SchemaTable).nodes)
    .flatMap(nodes => nodes.map((node, place) => ({ node, place, nodes })).filter(({ node }) => node.v !== undefined));

  const types = { node: 0, nodeAt: (): SchemaNode => WHOLE };

  test('are such as can be evaluated', () => {
    const messages = withRules.flatMap(({ node }) => ruleViolations(node.v!, 5, types)).map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(100);
    expect(messages.filter(message => message.startsWith('rule compile error'))).toEqual([]);
  });

  test('judge any value without an exception', () => {
    for (const { node, place, nodes } of withRules) {
      fc.assert(fc.property(fc.oneof(fc.jsonValue(), valueOf(place, nodes)), self => {
        expect(() => ruleViolations(node.v!, self, { node: place, nodeAt: index => nodes[index] })).not.toThrow();
      }), { numRuns: 40 });
    }
  });
});

const ARBITRARY: Readonly<Record<NonNullable<SchemaNode['t']>, fc.Arbitrary<unknown>>> = {
  a: fc.constant([]),
  b: fc.boolean(),
  i: fc.integer(),
  n: fc.double({ noNaN: true, noDefaultInfinity: true }),
  o: fc.constant({}),
  q: fc.constantFrom(5, '100m'),
  s: fc.oneof(fc.string(), fc.constantFrom('1s', '*', 'a.b', '/a', '10.0.0.1')),
  x: fc.constantFrom(5, '5%'),
};

/** Values by a schema, as far as rules look into them; and sometimes not by it. */
function valueOf(place: number, nodes: readonly SchemaNode[], depth = 3): fc.Arbitrary<unknown> {
  const { t = 'o', p, a, i, e } = nodes[place];
  const below = (index: number): fc.Arbitrary<unknown> => fc.oneof({ weight: 20, arbitrary: valueOf(index, nodes, depth - 1) }, fc.jsonValue());
  if (e !== undefined) {
    return fc.constantFrom(...e);
  }
  if (depth > 0 && p !== undefined) {
    return fc.record(Object.fromEntries(Object.entries(p).map(([name, index]) => [name, below(index)])), { requiredKeys: [] });
  }
  if (depth > 0 && a !== undefined) {
    return fc.dictionary(fc.string(), below(a), { maxKeys: 3 });
  }
  return depth > 0 && i !== undefined ? fc.array(below(i), { maxLength: 3 }) : ARBITRARY[t];
}
