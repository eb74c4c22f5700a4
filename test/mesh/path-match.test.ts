import { PathMatch, PathMatchKind } from '../../lib/mesh/path-match';

test.each([
  [PathMatch.below('/orders'), PathMatchKind.BELOW, '/orders'],
  [PathMatch.below('/orders/'), PathMatchKind.BELOW, '/orders'],
  [PathMatch.below('/'), PathMatchKind.BELOW, '/'],
  [PathMatch.exact('/orders/'), PathMatchKind.EXACT, '/orders/'],
  [PathMatch.prefix('/api/v1'), PathMatchKind.PREFIX, '/api/v1'],
  [PathMatch.regex('/orders/[0-9]+'), PathMatchKind.REGEX, '/orders/[0-9]+'],
])('%j says how it compares, and with what', (match, kind, path) => {
  expect(match).toEqual({ kind, path });
});

// Exact paths, prefixes and patterns as measured at the sidecar of a client: the whole path counts, without its query and in its case.
test.each<[PathMatch, string[], string[]]>([
  [PathMatch.exact('/exact'), ['/exact'], ['/exact/', '/EXACT', '/exac', '/exactly', '//exact', '/exact;v=1', '/exact%3Fx']],
  [PathMatch.exact('/a%2Fb'), ['/a%2Fb'], ['/a%2fb', '/a/b']],
  [PathMatch.prefix('/dir/'), ['/dir/', '/dir/x'], ['/dir']],
  [PathMatch.prefix('/pre'), ['/pre', '/prefix', '/pre/x'], ['/PRE']],
  [PathMatch.regex('/item/[0-9]+'), ['/item/12'], ['/item/12x', '/item/', '/x/item/12']],
  [PathMatch.regex('/a|/b/.*'), ['/a', '/b/1'], ['/b', '/ax', '/a/b']],
  [PathMatch.below('/orders'), ['/orders', '/orders/', '/orders/7'], ['/ordersheet', '/order', '/']],
  [PathMatch.below('/'), ['/', '/orders', '//'], []],
])('%j takes what the mesh takes [F018]', (match, taken, others) => {
  expect(taken.map(path => match._takes(path))).toEqual(taken.map(() => true));
  expect(others.map(path => match._takes(path))).toEqual(others.map(() => false));
});

test('only what is below the root, or begins like it, is every path', () => {
  const { below, exact, prefix, regex } = PathMatch;
  expect([below('/'), prefix('/'), below('//')].map(match => match._takesEvery)).toEqual([true, true, true]);
  expect([exact('/'), below('/a'), prefix('/a'), regex('/')].map(match => match._takesEvery)).toEqual([false, false, false, false]);
});

test.each(['exact', 'prefix', 'below'] as const)('fails on a path that no request has: %s', kind => {
  expect(() => PathMatch[kind]('orders')).toThrow(new Error(`PathMatch.${kind}("orders"): a path begins with "/". Use "/orders".`));
  expect(() => PathMatch[kind]('/a b')).toThrow(new Error(`PathMatch.${kind}("/a b"): no request path contains " ". Write it as it is sent: "%20".`));
});

test('a prefix may end amid a segment', () => {
  expect(PathMatch.prefix('/.').path).toBe('/.');
  expect(() => PathMatch.exact('/.')).toThrow('no request path contains "/."');
});

test('fails on an empty pattern, and on what is no pattern of RE2', () => {
  expect(() => PathMatch.regex('')).toThrow(new Error('PathMatch.regex(""): no path is empty. To match every path, use PathMatch.prefix("/").'));
  expect(() => PathMatch.regex('api/.*')).toThrow(new Error('PathMatch.regex("api/.*"): matches no path, because each begins with "/", and a pattern must match the whole path. Use PathMatch.regex("/api/.*").'));
  expect(() => PathMatch.regex('^api/v1')).toThrow('Use PathMatch.regex("/api/v1").');
  ['.*b', 'a?/b', 'a|/b', '^/a', '(?i)/a', 'a{0}/b'].forEach(pattern => expect(() => PathMatch.regex(pattern)).not.toThrow());
  expect(() => PathMatch.regex('/(a')).toThrow(new Error('PathMatch.regex("/(a"): error parsing regexp: missing closing ): `/(a`. Write it in RE2, as the mesh reads it: without look-around and back references.'));
});
