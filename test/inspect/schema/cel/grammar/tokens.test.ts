import { RuleError } from '../../../../../lib/inspect/schema/cel/grammar/rule-error';
import { tokensOf } from '../../../../../lib/inspect/schema/cel/grammar/tokens';

test.each([
  ['self.x-1', 'name:self sign:. name:x sign:- number:1'],
  ['a && b || !c', 'name:a sign:&& name:b sign:|| sign:! name:c'],
  ['a<=b>=c==d!=e<f>g', 'name:a sign:<= name:b sign:>= name:c sign:== name:d sign:!= name:e sign:< name:f sign:> name:g'],
  ['x // all the rest\n+ 1', 'name:x sign:+ number:1'],
  ['1 1u 0x1F 0x1fU 1.5 .5 1e9 1.5E-3', 'number:1 number:1u number:0x1F number:0x1fU number:1.5 number:.5 number:1e9 number:1.5E-3'],
  ['1.size()', 'number:1 sign:. name:size sign:( sign:)'],
  ['"a\\"b"\'c\'', 'string:"a\\"b" string:\'c\''],
  ['r"\\" b"x" br\'\\\'', 'string:r"\\" string:b"x" string:br\'\\\''],
  ['"""a"b\nc"""', 'string:"""a"b\nc"""'],
  ['[?x, {?k: v}]', 'sign:[ sign:? name:x sign:, sign:{ sign:? name:k sign:: name:v sign:} sign:]'],
])('the words of %j are %j', (expression, words) => {
  expect(tokensOf(expression).map(({ kind, text }) => `${kind}:${text}`).join(' ')).toBe(`${words} end:<EOF>`);
});

test.each([
  ['a @ b', '@ b'],
  ['"open', '"open'],
  ['"a\nb"', '"a\nb"'],
  ['a = b', '= b'],
  ['a & b and much more', '& b and mu'],
])('fails at what begins no word in %j', (expression, rest) => {
  expect(() => tokensOf(expression)).toThrow(new RuleError(`Syntax error: token recognition error at: '${rest}'`));
});
