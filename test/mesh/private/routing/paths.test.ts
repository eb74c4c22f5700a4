import { requirePath, requirePathStart } from '../../../../lib/mesh/private/routing/paths';

test.each(['/', '/orders', '/orders/', '//a', '/a%2Fb', '/a%2fb', '/a%20b', '/.well-known/x', '/a..b/...', '/a:b@c;d=e,f!$&\'()*+~', '/%2Ea', '/100%', '/%zz'])('%j is a path', path => {
  expect(requirePath(path, 'call')).toBe(path);
  expect(requirePathStart(path, 'call')).toBe(path);
});

test.each([
  ['/q?x=1', '?', 'Match the query with Match.query.'],
  ['/a#b', '#', 'Remove it and what follows: clients do not send that.'],
  ['/a b', ' ', 'Write it as it is sent: "%20".'],
  ['/größe', 'ö', 'Write it as it is sent: "%C3%B6".'],
  ['/😀', '😀', 'Write it as it is sent: "%F0%9F%98%80".'],
  ['/\u212A', '\u212A', 'Write it as it is sent: "%E2%84%AA".'],
  ['/\ud800', '\ud800', 'Write it as it is sent: "%EF%BF%BD".'],
  ['/a\\b', '\\', 'Write it as it is sent: "%5C".'],
  ['/a|b', '|', 'Write it as it is sent: "%7C".'],
  ['/orders/{id}', '{', 'For a variable part, use PathMatch.regex("/orders/[^/]+").'],
  ['/x/../y', '/..', 'The mesh resolves it before comparing: write the resulting path.'],
  ['/x/./y', '/.', 'The mesh resolves it before comparing: write the resulting path.'],
  ['/x/%2e%2E/y', '/%2e%2E', 'The mesh resolves it before comparing: write the resulting path.'],
  ['/%65xact', '%65', 'The mesh decodes it before comparing: write "e".'],
  ['/a%7Eb', '%7E', 'The mesh decodes it before comparing: write "~".'],
  ['/a%30', '%30', 'The mesh decodes it before comparing: write "0".'],
])('fails on %j, which no request has', (path, strange, repair) => {
  const error = new Error(`call: no request path contains "${strange}". ${repair}`);
  expect(() => requirePath(path, 'call')).toThrow(error);
  expect(() => requirePathStart(path, 'call')).toThrow(error);
});

test.each(['/.', '/..', '/a/%2e'])('%j is no path, and the beginning of one', path => {
  expect(() => requirePath(path, 'call')).toThrow('The mesh resolves it before comparing: write the resulting path.');
  expect(requirePathStart(path, 'call')).toBe(path);
});

test.each(['', 'orders', '*', 'http://shop/'])('fails on %j, which does not begin with a slash', path => {
  const error = new Error(`call: a path begins with "/". Use "/${path}".`);
  expect(() => requirePath(path, 'call')).toThrow(error);
  expect(() => requirePathStart(path, 'call')).toThrow(error);
});

test('exactly the characters are decoded that need no encoding', () => {
  const codes = Array.from({ length: 256 }, (_, code) => `%${code.toString(16).padStart(2, '0')}`);
  const refused = codes.filter(code => {
    try {
      return requirePath(`/a${code}b`, 'call') === '';
    } catch {
      return true;
    }
  });
  expect(refused.map(decodeURIComponent).join('')).toBe('-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~');
});
