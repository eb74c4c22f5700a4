import { Match, PathMatch } from '../../../../lib';
import { rewriteIntent } from '../../../../lib/mesh/private/routing/rewrite-intent';
import { Rewrite } from '../../../../lib/mesh/rewrite';

const { below, exact, prefix, regex } = PathMatch;
const rewritten = (rewrite: Rewrite, ...matches: Match[]): unknown => rewriteIntent(rewrite, 'here', Match.any(...matches)._alternatives);

test('what lies below a path stays, and a "/" at the end means nothing there', () => {
  expect(rewritten({ path: '/new/' }, Match.path(below('/old')))).toEqual({ path: { below: '/old', to: '/new' } });
  expect(rewritten({ path: '/' }, Match.path(below('/old/')))).toEqual({ path: { below: '/old', to: '/' } });
});

test('in place of a whole path stands what is said', () => {
  expect(rewritten({ path: '/new/' }, Match.path(exact('/old')))).toEqual({ path: { to: '/new/' } });
  expect(rewritten({ path: '/new' }, Match.path(regex('/old/[0-9]+')))).toEqual({ path: { to: '/new' } });
});

test('a host needs no path', () => {
  expect(rewritten({ host: 'orders.example.com' }, Match.header('x-a', '1'))).toEqual({ host: 'orders.example.com' });
});

test('one path may stand with one of several other conditions', () => {
  const old = Match.path(below('/old'));
  expect(rewritten({ path: '/new' }, Match.all(old, Match.header('x-a', '1')), Match.all(old, Match.header('x-b', '1')))).toEqual({ path: { below: '/old', to: '/new' } });
});

const WHICH = 'here: it is unclear which part of a path "/new" replaces. Match one path: Match.path(PathMatch.below("/...")), and use separate routes for other paths.';
test.each<[string, Rewrite, Match[], string]>([
  ['nothing', {}, [Match.path(exact('/a'))], 'here: a rewrite changes the path, the host, or both. Use { path: "/..." } or { host: "..." }.'],
  ['no path', { path: '/new' }, [Match.header('x-a', '1')], WHICH],
  ['two paths', { path: '/new' }, [Match.path(exact('/a')), Match.path(exact('/b'))], WHICH],
  ['a path in two senses', { path: '/new' }, [Match.path(exact('/a')), Match.path(below('/a'))], WHICH],
  ['a path beside none', { path: '/new' }, [Match.path(exact('/a')), Match.header('x-a', '1')], WHICH],
  ['a part of a word', { path: '/new' }, [Match.path(prefix('/old'))],
    'here: of a path that begins with "/old", "/new" would replace part of a word. Use PathMatch.below("/old") for that path and those below it.'],
  ['a path that is none', { path: 'new' }, [Match.path(exact('/a'))], 'here: rewrite.path: a path begins with "/". Use "/new".'],
  ['a host that is none', { host: 'a b' }, [], 'here: rewrite.host: "a b" is not a host name. Write only its name, in lowercase, such as "shop.example.com".'],
])('fails on %s', (_, rewrite, matches, message) => {
  expect(() => rewriteIntent(rewrite, 'here', matches.flatMap(({ _alternatives }) => _alternatives))).toThrow(new Error(message));
});
