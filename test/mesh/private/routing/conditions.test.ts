import { HttpMethod } from '../../../../lib/mesh/http-method';
import { PathMatch } from '../../../../lib/mesh/path-match';
import { ANY_REQUEST, both, Conditions, countOf, distinct } from '../../../../lib/mesh/private/routing/conditions';
import { TextMatch } from '../../../../lib/mesh/text-match';

const [a, b, present] = [TextMatch.exact('a'), TextMatch.exact('b'), TextMatch.present()];

function conditions(asked: Partial<Conditions>): Conditions {
  return { ...ANY_REQUEST, ...asked };
}

test.each<[number, Partial<Conditions>]>([
  [0, {}],
  [1, { path: PathMatch.exact('/') }],
  [1, { authority: a }],
  [2, { method: HttpMethod.GET, port: 80 }],
  [2, { headers: { x: a, y: b } }],
  [3, { sourceLabels: { app: 'web', role: 'test' }, sourceNamespace: 'shop' }],
  [3, { headers: { x: a }, query: { x: a }, withoutHeaders: { y: a } }],
  [0, { path: PathMatch.prefix('/') }],
  [1, { path: PathMatch.below('/'), port: 80 }],
])('%d things are asked for by %j', (count, asked) => {
  expect(countOf(conditions(asked))).toBe(count);
});

describe('both at once', () => {
  test('ask for what each asks for', () => {
    const one = conditions({ headers: { x: a }, method: HttpMethod.GET, sourceLabels: { app: 'web' } });
    const other = conditions({ headers: { y: b }, query: { x: b }, path: PathMatch.exact('/'), sourceLabels: { role: 'test' }, withoutHeaders: { z: present } });
    expect(both(one, other)).toEqual({
      headers: { x: a, y: b }, method: 'GET', path: PathMatch.exact('/'), query: { x: b }, sourceLabels: { app: 'web', role: 'test' }, withoutHeaders: { z: present },
    });
    expect(both(other, one)).toEqual(both(one, other));
  });

  test('ask for what one of them asks for, when the other asks for nothing or for the same', () => {
    const all = conditions({
      authority: a, headers: { x: a }, method: HttpMethod.GET, path: PathMatch.below('/a'), port: 80, query: { x: a }, sourceLabels: { app: 'web' },
      sourceNamespace: 'shop', withoutHeaders: { y: a },
    });
    expect([both(all, ANY_REQUEST), both(ANY_REQUEST, all), both(all, { ...all, headers: { x: TextMatch.exact('a') } })]).toEqual([all, all, all]);
    expect(both(ANY_REQUEST, ANY_REQUEST).sourceLabels).toBeUndefined();
  });

  test('may ask for names that every object of JavaScript has', () => {
    expect(both(conditions({ query: { constructor: a } }), conditions({ query: { toString: b } })).query).toEqual({ constructor: a, toString: b });
    expect(both(conditions({ query: { constructor: a } }), ANY_REQUEST).query).toEqual({ constructor: a });
  });

  test.each<[string, Partial<Conditions>, Partial<Conditions>]>([
    ['path', { path: PathMatch.prefix('/a') }, { path: PathMatch.regex('.*b') }],
    ['authority', { authority: TextMatch.prefix('a') }, { authority: TextMatch.prefix('ab') }],
    ['x-user', { headers: { 'x-user': present } }, { headers: { 'x-user': a } }],
    ['user', { query: { user: present } }, { query: { user: a } }],
    ['x-old', { withoutHeaders: { 'x-old': a } }, { withoutHeaders: { 'x-old': b } }],
  ])('fail when the mesh would compare one thing in two ways: %s', (name, one, other) => {
    expect(() => both(conditions(one), conditions(other))).toThrow(new Error(
      `Match.all: "${name}" is matched twice, but the mesh compares it only once. Use one regular expression for both, or Match.any to match one or the other.`,
    ));
  });
});

test('what says the same as something before is left out, whatever the order of its names', () => {
  const [first, second] = [conditions({ headers: { x: a, y: b } }), conditions({ method: HttpMethod.GET, sourceLabels: { app: 'web' } })];
  const [again, twice] = [conditions({ headers: { y: b, x: TextMatch.exact('a') } }), conditions({ sourceLabels: { app: 'web' }, method: HttpMethod.GET })];
  const other = conditions({ headers: { x: TextMatch.prefix('a'), y: b } });
  expect(distinct([first, second, again, other, twice])).toEqual([first, second, other]);
});
