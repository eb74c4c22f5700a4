import { Field } from '../../../lib/inspect/mesh/field';
import { TakenMatches } from '../../../lib/inspect/mesh/taken-matches';

function takerOf(earlier: readonly object[], later: unknown): unknown {
  const taken = new TakenMatches();
  earlier.forEach(match => taken.add(Field.root(match)));
  return taken.takerOf(Field.root(later))?.value;
}

const v1 = { uri: { prefix: '/v1' } };
const get = { method: { exact: 'GET' } };

test.each([
  ['a longer prefix', v1, { uri: { prefix: '/v1/x' } }],
  ['a path with the prefix', v1, { uri: { exact: '/v1' } }],
  ['an expression that begins with it', v1, { uri: { regex: '/v1/[0-9]+' } }],
  ['what asks for more than the prefix', v1, { uri: { prefix: '/v1' }, ...get }],
  ['what asks for the same beside the prefix', { ...v1, ...get }, { uri: { exact: '/v1/x' }, ...get }],
  ['what asks for one more header', { ...v1, headers: { a: { exact: '1' } } }, { ...v1, headers: { a: { exact: '1' }, b: {} } }],
  ['a path in whatever letters, where case counts for nothing', { uri: { prefix: '/V1' }, ignoreUriCase: true }, { uri: { exact: '/v1/X' }, ignoreUriCase: true }],
  ['an expression behind all paths', { uri: { prefix: '/' } }, { uri: { regex: '.*' } }],
  ['a header behind all paths', { uri: { prefix: '/' } }, { headers: { a: {} } }],
  ['a path behind what asks for nothing of it', get, { uri: { exact: '/v1' }, ...get }],
  ['the same expression with a header', { uri: { regex: '/v[12]' } }, { uri: { regex: '/v[12]' }, headers: { a: {} } }],
])('takes %s', (_, earlier, later) => {
  expect(takerOf([earlier], later)).toBe(earlier);
});

test.each([
  ['a shorter prefix', v1, { uri: { prefix: '/v' } }],
  ['another method', { ...v1, ...get }, { ...v1, method: { exact: 'PUT' } }],
  ['what asks for less', { ...v1, ...get }, v1],
  ['an expression with an alternative', v1, { uri: { regex: '/v1/x|/v2' } }],
  ['an expression whose sign may be missing', v1, { uri: { regex: '/v1?/x' } }],
  ['letters in another case', v1, { uri: { exact: '/V1/x' } }],
  ['letters in any case', v1, { uri: { prefix: '/v1/x' }, ignoreUriCase: true }],
  ['what nobody can read', v1, { uri: { prefixes: '/v1/x' } }],
  ['what is no match', v1, 'v1'],
  ['anything behind two ways to name the path', { uri: { exact: '/v1', prefix: '/v1' } }, { uri: { exact: '/v1' } }],
  ['anything behind an empty prefix', { uri: { prefix: '' } }, { uri: { exact: '/v1' } }],
])('does not take %s', (_, earlier, later) => {
  expect(takerOf([earlier], later)).toBeUndefined();
});
