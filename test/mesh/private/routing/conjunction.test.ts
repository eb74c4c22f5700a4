import { HttpMethod } from '../../../../lib/mesh/http-method';
import { PathMatch } from '../../../../lib/mesh/path-match';
import { ANY_REQUEST, Conditions } from '../../../../lib/mesh/private/routing/conditions';
import { conjunction } from '../../../../lib/mesh/private/routing/conjunction';
import { TextMatch } from '../../../../lib/mesh/text-match';

const { below, exact, prefix, regex } = PathMatch;
const [a, ab, present] = [TextMatch.exact('a'), TextMatch.prefix('a'), TextMatch.present()];

function conditions(asked: Partial<Conditions>): Conditions {
  return { ...ANY_REQUEST, ...asked };
}

test.each<[string, Partial<Conditions>, Partial<Conditions>, Partial<Conditions>]>([
  ['different things', { headers: { x: a } }, { method: HttpMethod.GET, query: { x: a } }, { headers: { x: a }, method: HttpMethod.GET, query: { x: a } }],
  ['a path within another', { path: below('/a'), query: { x: a } }, { path: exact('/a/b'), headers: { x: a } }, { path: exact('/a/b'), query: { x: a }, headers: { x: a } }],
  ['an expression within a prefix', { path: prefix('/a'), query: { x: a } }, { path: regex('/a/.+'), headers: { x: a } }, { path: regex('/a/.+'), query: { x: a }, headers: { x: a } }],
  ['one expression', { path: regex('/a.*'), query: { x: a } }, { path: regex('/a.*'), headers: { x: a } }, { path: regex('/a.*'), query: { x: a }, headers: { x: a } }],
  ['every path in two ways', { path: regex('/.*') }, { path: below('/a') }, { path: below('/a') }],
  ['a header within another', { headers: { x: ab }, method: HttpMethod.GET }, { headers: { x: a } }, { headers: { x: a }, method: HttpMethod.GET }],
  ['a host within another', { authority: ab, method: HttpMethod.GET }, { authority: a }, { authority: a, method: HttpMethod.GET }],
  ['a header that must not be there at all', { withoutHeaders: { x: a }, method: HttpMethod.GET }, { withoutHeaders: { x: present } }, { withoutHeaders: { x: present }, method: HttpMethod.GET }],
])('what two rules take in common: %s', (_, one, other, common) => {
  const expected = { conditions: conditions(common) };
  expect([conjunction(conditions(one), conditions(other)), conjunction(conditions(other), conditions(one))]).toEqual([expected, expected]);
});

test.each<[string, Partial<Conditions>, Partial<Conditions>]>([
  ['path', { path: regex('/.+/a') }, { path: below('/b') }],
  ['x', { headers: { x: TextMatch.regex('a.*') } }, { headers: { x: TextMatch.regex('.*b') } }],
  ['x', { withoutHeaders: { x: a } }, { withoutHeaders: { x: TextMatch.exact('b') } }],
])('cannot be said where the mesh would compare one thing in two ways: %s', (twice, one, other) => {
  expect(conjunction(conditions(one), conditions(other))).toEqual({ twice });
});
