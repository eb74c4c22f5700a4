import fc from 'fast-check';
import { call, create, list, literal, mapping, member, name, plain } from '../../../lib/migrate/code/code';
import { printCode } from '../../../lib/migrate/code/print-code';
import { runCode } from '../../../lib/migrate/code/run-code';

const evaluated = (text: string): unknown => new Function(`return ${text}`)();

test('any value of JSON is printed as code that gives it back', () => {
  fc.assert(fc.property(fc.jsonValue({ depthSize: 'medium', stringUnit: 'binary' }), fc.nat(40), (value, indent) => {
    expect(evaluated(`(${printCode(plain(value), indent)})`)).toEqual(value);
    expect(runCode(plain(value), new Map())).toEqual(value);
  }), { numRuns: 500 });
});

test.each(['`', '${1}', '\\', '\'', '"', '\n', 'a\nb', 'a\r\nb', '$\n{', '\\`\n', '\u2028', '\ud800', '__proto__', '', '*/', '</script>'])('the text %j', text => {
  expect(evaluated(printCode(literal(text), 0))).toBe(text);
  const object = evaluated(`(${printCode(mapping([[text, literal(1)]]), 0)})`) as object;
  expect(Object.entries(object)).toEqual([[text, 1]]);
});

describe('what is short stands in one line', () => {
  test.each([
    [mapping([]), '{}'],
    [list([]), '[]'],
    [mapping([['a', literal(1)], ['b-c', literal('d')]]), '{ \'a\': 1, \'b-c\': \'d\' }'],
    [mapping([['a', undefined], ['default', list([literal(true), literal(-0)])]]), '{ default: [true, -0] }'],
    [call(member(create('Match', literal('x')), 'and'), name('a.b.C')), 'new Match(\'x\').and(a.b.C)'],
  ])('%#', (code, text) => {
    expect(printCode(code, 0)).toBe(text);
  });
});

test('what is long or deep has lines of its own', () => {
  const deep = mapping([['a', mapping([['b', mapping([['c', mapping([['d', literal('e')]])]])]])]]);
  expect(printCode(create('Thing', name('this'), literal('id'), deep), 4)).toBe(`\
new Thing(this, 'id', {
      a: { b: { c: { d: 'e' } } },
    })`);
  expect(printCode(call('service.route', literal('a'.repeat(60)), call('Match.path', literal('b'.repeat(60))), name('v1')), 4)).toBe(`\
service.route(
      '${'a'.repeat(60)}',
      Match.path('${'b'.repeat(60)}'),
      v1,
    )`);
});
