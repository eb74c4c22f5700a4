import fc from 'fast-check';
import { httpRewrite } from '../../../lib/istio/render/http-rewrite';

/** What Envoy does with a path: it replaces what the expression matches by a text in which `\1` is the first group. */
function rewritten(below: string, to: string, path: string): string {
  const { match = '', rewrite = '' } = httpRewrite({ path: { below, to } }).uriRegexRewrite ?? {};
  return path.replace(new RegExp(match), (_, group: string = '') => rewrite.replace('\\1', () => group));
}

test('in place of a whole path and of a host stand texts', () => {
  expect(httpRewrite({ host: 'orders', path: { to: '/new' } })).toEqual({ authority: 'orders', uri: '/new' });
  expect(httpRewrite({ host: 'orders' })).toEqual({ authority: 'orders' });
});

test('in place of the beginning of a path stands a regular expression', () => {
  expect(httpRewrite({ path: { below: '/old', to: '/new' } })).toEqual({ uriRegexRewrite: { match: '^/old(/.*)?$', rewrite: '/new\\1' } });
  expect(httpRewrite({ path: { below: '/old', to: '/' } })).toEqual({ uriRegexRewrite: { match: '^/old(?:/(.*))?$', rewrite: '/\\1' } });
  expect(httpRewrite({ path: { below: '/v1.0', to: '/' } })).toEqual({ uriRegexRewrite: { match: '^/v1\\.0(?:/(.*))?$', rewrite: '/\\1' } });
});

test.each([
  ['/old', '/new', '/old', '/new'],
  ['/old', '/new', '/old/', '/new/'],
  ['/old', '/new', '/old/7', '/new/7'],
  ['/old', '/new', '/older', '/older'],
  ['/old', '/', '/old', '/'],
  ['/old', '/', '/old/7', '/7'],
  ['/', '/new', '/7', '/new/7'],
  ['/', '/', '/7', '/7'],
  ['/a+(b)[c]$', '/x', '/a+(b)[c]$/d', '/x/d'],
])('below %s, %s makes of %s the path %s', (below, to, path, expected) => {
  expect(rewritten(below, to, path)).toBe(expected);
});

test('what lies below a path lies below the other, whatever the two are', () => {
  const segment = fc.string({ unit: fc.constantFrom(...'ab.*+$()[]~!&,;=:@\''), minLength: 1, maxLength: 5 });
  const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map(segments => `/${segments.join('/')}`);
  fc.assert(fc.property(path, path, path, (below, to, rest) => {
    expect([rewritten(below, to, below), rewritten(below, to, `${below}${rest}`)]).toEqual([to, `${to}${rest}`]);
  }));
});
