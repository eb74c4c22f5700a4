import fc from 'fast-check';
import { HttpMethod } from '../../../../lib/mesh/http-method';
import { PathMatch } from '../../../../lib/mesh/path-match';
import { ANY_REQUEST, Conditions } from '../../../../lib/mesh/private/routing/conditions';
import { overlap } from '../../../../lib/mesh/private/routing/overlap';
import { TextMatch } from '../../../../lib/mesh/text-match';
import { fulfils, someConditions, someRequest } from '../../../support/mesh-request';

const { below, exact, prefix, regex } = PathMatch;
const present = TextMatch.present();

function both(a: Partial<Conditions>, b: Partial<Conditions>): boolean {
  const [one, other] = [a, b].map(conditions => ({ ...ANY_REQUEST, ...conditions }));
  expect(overlap(other, one)).toBe(overlap(one, other));
  return overlap(one, other);
}

test('whenever a request fulfils two conditions, they overlap', () => {
  let fulfilled = 0;
  fc.assert(fc.property(someConditions, someConditions, someRequest, (a, b, request) => {
    if (fulfils(request, a) && fulfils(request, b)) {
      fulfilled += 1;
      expect(overlap(a, b)).toBe(true);
    }
  }), { numRuns: 30_000, seed: 11 });
  expect(fulfilled).toBeGreaterThan(300);
});

test('whether conditions overlap does not depend on which comes first', () => {
  fc.assert(fc.property(someConditions, someConditions, (a, b) => overlap(a, b) === overlap(b, a)), { numRuns: 2000, seed: 12 });
});

test.each<[string, PathMatch, PathMatch, boolean]>([
  ['equal exact paths', exact('/a'), exact('/a'), true],
  ['different exact paths', exact('/a'), exact('/b'), false],
  ['an exact path and a prefix of it', exact('/a/b'), prefix('/a'), true],
  ['an exact path and another prefix', exact('/a'), prefix('/a/'), false],
  ['an exact path and what it lies below', exact('/a/b'), below('/a'), true],
  ['an exact path and what it only begins like', exact('/ab'), below('/a'), false],
  ['an exact path and a pattern of it', exact('/a'), regex('/[a-c]'), true],
  ['an exact path and a pattern of a part of it', exact('/ab'), regex('/a'), false],
  ['a prefix and a longer one', prefix('/a'), prefix('/abc'), true],
  ['two prefixes', prefix('/ab'), prefix('/ac'), false],
  ['a prefix and what lies below a path that begins with it', prefix('/a'), below('/ab'), true],
  ['a prefix that ends behind a path, and what lies below the path', prefix('/a/'), below('/a'), true],
  ['a prefix that goes on within a segment, and what lies below a path', prefix('/ab'), below('/a'), false],
  ['what lies below two paths of one line', below('/a/b'), below('/a'), true],
  ['what lies below two paths of one beginning', below('/ab'), below('/a'), false],
  ['every path and any', below('/'), prefix('/x'), true],
  ['two patterns, of which nobody knows', regex('/.*a'), regex('/b.*'), true],
  ['a pattern and a prefix, of which nobody knows', regex('/(a|b)'), prefix('/c'), true],
  ['two patterns that begin differently', regex('/a.*'), regex('/b.*'), false],
  ['a pattern and a prefix that begin differently', regex('/a'), prefix('/b'), false],
  ['a pattern that begins as a prefix does', regex('/a.*'), prefix('/ab'), true],
])('%s', (_, a, b, expected) => {
  expect(both({ path: a }, { path: b })).toBe(expected);
});

test.each<[string, TextMatch, TextMatch, boolean]>([
  ['equal texts', TextMatch.exact('a'), TextMatch.exact('a'), true],
  ['different texts', TextMatch.exact('a'), TextMatch.exact('A'), false],
  ['a text and its beginning', TextMatch.exact('ab'), TextMatch.prefix('a'), true],
  ['a text and another beginning', TextMatch.exact('b'), TextMatch.prefix('a'), false],
  ['a text and a pattern of it', TextMatch.exact('ab'), TextMatch.regex('a.'), true],
  ['a text and a pattern of a part of it', TextMatch.exact('ab'), TextMatch.regex('a'), false],
  ['an empty text and any', TextMatch.exact(''), present, true],
  ['two beginnings, one of the other', TextMatch.prefix('ab'), TextMatch.prefix('a'), true],
  ['two beginnings', TextMatch.prefix('a'), TextMatch.prefix('b'), false],
  ['two patterns, of which nobody knows', TextMatch.regex('a'), TextMatch.regex('b'), true],
])('of a header, of a parameter and of the host: %s', (_, a, b, expected) => {
  expect(both({ headers: { x: a } }, { headers: { x: b } })).toBe(expected);
  expect(both({ query: { x: a } }, { query: { x: b } })).toBe(expected);
  expect(both({ authority: a }, { authority: b })).toBe(expected);
});

test.each<[string, TextMatch, TextMatch, boolean]>([
  ['any value is forbidden', present, TextMatch.prefix('a'), false],
  ['the value is forbidden', TextMatch.exact('a'), TextMatch.exact('a'), false],
  ['another value is forbidden', TextMatch.exact('a'), TextMatch.exact('b'), true],
  ['values are forbidden that begin as all that are asked for', TextMatch.prefix('a'), TextMatch.prefix('ab'), false],
  ['some of the values are forbidden that begin so', TextMatch.prefix('ab'), TextMatch.prefix('a'), true],
  ['one of the values is forbidden that begin so', TextMatch.exact('ab'), TextMatch.prefix('a'), true],
  ['the same pattern is forbidden', TextMatch.regex('a|b'), TextMatch.regex('a|b'), false],
  ['another pattern is forbidden', TextMatch.regex('a'), TextMatch.regex('b'), true],
  ['a pattern is forbidden that the value has', TextMatch.regex('a.*'), TextMatch.exact('ab'), false],
  ['one value is forbidden of any', TextMatch.exact('a'), present, true],
])('a header that is asked for: %s', (_, forbidden, asked, expected) => {
  expect(both({ withoutHeaders: { x: forbidden } }, { headers: { x: asked } })).toBe(expected);
});

test('what only one asks for keeps nothing apart', () => {
  expect(both({ headers: { x: present }, method: HttpMethod.GET }, { query: { x: present }, port: 80, withoutHeaders: { y: present } })).toBe(true);
  expect(both({ headers: { constructor: present } }, { withoutHeaders: {} })).toBe(true);
});

test.each<[string, Partial<Conditions>, Partial<Conditions>]>([
  ['method', { method: HttpMethod.GET }, { method: HttpMethod.POST }],
  ['port', { port: 80 }, { port: 8080 }],
  ['namespace', { sourceNamespace: 'shop' }, { sourceNamespace: 'lab' }],
  ['label', { sourceLabels: { app: 'web' } }, { sourceLabels: { app: 'cart', role: 'test' } }],
])('a request has one %s', (_, a, b) => {
  expect(both(a, b)).toBe(false);
  expect(both(a, a)).toBe(true);
});
