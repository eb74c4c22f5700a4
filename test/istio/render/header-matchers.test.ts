import { HttpMethod, Match, PathMatch, TextMatch } from '../../../lib';
import { headerMatchers } from '../../../lib/istio/render/header-matchers';

function matchersOf(match: Match): unknown {
  const [conditions] = match._alternatives;
  return headerMatchers(conditions);
}

// The proxy compares a whole text with an expression.
test.each<[path: PathMatch, taken: readonly string[], notTaken: readonly string[]]>([
  [PathMatch.exact('/a.b'), ['/a.b', '/a.b?c=/d'], ['/a.b/', '/aXb', '/a.bc']],
  [PathMatch.below('/a(b)'), ['/a(b)', '/a(b)/c', '/a(b)?c', '/a(b)/?c'], ['/a(b)c', '/ab']],
])('a path, %j, is told from the query behind it', (path, taken, notTaken) => {
  const [{ name, string_match: { safe_regex: { regex } } }] = matchersOf(Match.path(path)) as any;
  const takes = (text: string): boolean => new RegExp(`^(?:${regex})$`).test(text);
  expect(name).toBe(':path');
  expect([taken.filter(text => !takes(text)), notTaken.filter(takes)]).toEqual([[], []]);
});

test('the beginning of a path is that of the path with its query', () => {
  expect(matchersOf(Match.path(PathMatch.prefix('/a.b')))).toEqual([{ name: ':path', string_match: { prefix: '/a.b' } }]);
});

test('a path that every request has is not asked for', () => {
  expect(matchersOf(Match.all(Match.path(PathMatch.below('/')), Match.method(HttpMethod.GET)))).toEqual([{ name: ':method', string_match: { exact: 'GET' } }]);
});

test('headers are compared as texts say', () => {
  expect(matchersOf(Match.all(
    Match.header('X-A', '1'), Match.headerMatching('x-b', TextMatch.prefix('2')), Match.headerMatching('x-c', TextMatch.regex('[34]')), Match.headerMatching('x-d', TextMatch.present()),
  ))).toEqual([
    { name: 'x-a', string_match: { exact: '1' } },
    { name: 'x-b', string_match: { prefix: '2' } },
    { name: 'x-c', string_match: { safe_regex: { regex: '[34]' } } },
    { name: 'x-d', present_match: true },
  ]);
});

test('a path that is a regular expression cannot be said', () => {
  expect(() => matchersOf(Match.path(PathMatch.regex('/a.*')))).toThrow(
    'PathMatch.regex("/a.*"): proxies match the query together with the path here. Use PathMatch.exact, PathMatch.below or PathMatch.prefix.',
  );
});
