import fc from 'fast-check';
import { HttpMethod } from '../../lib/mesh/http-method';
import { Match } from '../../lib/mesh/match';
import { PathMatch } from '../../lib/mesh/path-match';
import { ANY_REQUEST, Conditions } from '../../lib/mesh/private/routing/conditions';
import { TextMatch } from '../../lib/mesh/text-match';
import { fulfils, MeshRequest, someRequest } from '../support/mesh-request';

function takes(match: Match, request: MeshRequest): boolean {
  return match._alternatives.some(conditions => fulfils(request, conditions));
}

test.each<[string, Match, Partial<Conditions>]>([
  ['the host', Match.authority(TextMatch.exact('Shop:80')), { authority: TextMatch.exact('Shop:80') }],
  ['a header, in lower case [F011]', Match.header('X-Canary', 'true'), { headers: { 'x-canary': TextMatch.exact('true') } }],
  ['how a header is', Match.headerMatching('x-user', TextMatch.prefix('a')), { headers: { 'x-user': TextMatch.prefix('a') } }],
  ['a path', Match.path(PathMatch.prefix('/api')), { path: PathMatch.prefix('/api') }],
  ['a port', Match.port(8080), { port: 8080 }],
  ['a parameter, in its case', Match.query('User', 'ann'), { query: { User: TextMatch.exact('ann') } }],
  ['that a parameter is there', Match.queryMatching('flag', TextMatch.present()), { query: { flag: TextMatch.present() } }],
  ['how a parameter is', Match.queryMatching('q', TextMatch.regex('a b&c')), { query: { q: TextMatch.regex('a b&c') } }],
  ['labels of the caller', Match.sourceLabels({ app: 'web' }), { sourceLabels: { app: 'web' } }],
  ['the namespace of the caller', Match.sourceNamespace('shop-1'), { sourceNamespace: 'shop-1' }],
  ['that a header is not there', Match.withoutHeader('X-Old'), { withoutHeaders: { 'x-old': TextMatch.present() } }],
  ['that a header is not so', Match.withoutHeader('x-old', TextMatch.exact('1')), { withoutHeaders: { 'x-old': TextMatch.exact('1') } }],
])('a match asks for %s', (_, match, conditions) => {
  expect(match._alternatives).toEqual([{ ...ANY_REQUEST, ...conditions }]);
});

test('labels that change afterwards are not asked for', () => {
  const labels: Record<string, string> = { app: 'web' };
  const match = Match.sourceLabels(labels);
  labels.app = 'cart';
  expect(match._alternatives[0].sourceLabels).toEqual({ app: 'web' });
});

test('one of several methods is enough', () => {
  expect(Match.method(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.GET)._alternatives).toEqual([{ ...ANY_REQUEST, method: 'GET' }, { ...ANY_REQUEST, method: 'HEAD' }]);
});

describe('all and any', () => {
  const someMatch = fc.letrec<{ match: Match }>(tie => ({
    match: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        Match.header('x-a', 'a'), Match.header('x-a', 'b'), Match.headerMatching('x-a', TextMatch.present()), Match.withoutHeader('x-a'),
        Match.method(HttpMethod.GET), Match.method(HttpMethod.GET, HttpMethod.POST), Match.port(80), Match.query('constructor', 'a'),
        Match.path(PathMatch.below('/a')), Match.path(PathMatch.exact('/a')), Match.sourceLabels({ 'x-a': 'a' }), Match.sourceLabels({ constructor: 'a' }),
      ),
      fc.array(tie('match'), { minLength: 1, maxLength: 3 }).map(matches => Match.any(...matches)),
    ),
  })).match;

  test('"any" is taken when one of them is', () => {
    fc.assert(fc.property(fc.array(someMatch, { minLength: 1, maxLength: 3 }), someRequest, (matches, request) => {
      expect(takes(Match.any(...matches), request)).toBe(matches.some(match => takes(match, request)));
    }), { numRuns: 2000, seed: 31 });
  });

  test('"all" distributes over "any": it is taken when each of them is, and fails only when it cannot be said', () => {
    const seen = { taken: 0, left: 0, unsaid: 0 };
    fc.assert(fc.property(fc.array(someMatch, { maxLength: 3 }), someRequest, (matches, request) => {
      const expected = matches.every(match => takes(match, request));
      try {
        const match = Match.all(...matches);
        seen[expected ? 'taken' : 'left'] += 1;
        expect(takes(match, request)).toBe(expected);
      } catch (error) {
        seen.unsaid += 1;
        expect((error as Error).message).toMatch(/^Match\.all: (no request matches all of this at once|"(x-a|path)" is matched twice)/);
        expect(expected && (error as Error).message.includes('no request')).toBe(false);
      }
    }), { numRuns: 6000, seed: 32 });
    Object.values(seen).forEach(count => expect(count).toBeGreaterThan(300));
  });

  test('"all" of two times two are four, in the order in which they are said', () => {
    const [a, b] = [Match.header('a', '1'), Match.header('b', '2')];
    const [get, post] = [Match.method(HttpMethod.GET), Match.method(HttpMethod.POST)];
    expect(Match.all(Match.any(a, b), Match.any(get, post))._alternatives.map(({ headers, method }) => `${Object.keys(headers).join()} ${method}`))
      .toEqual(['a GET', 'a POST', 'b GET', 'b POST']);
  });

  test('"all" leaves out what no request is', () => {
    expect(Match.all(Match.method(HttpMethod.GET, HttpMethod.POST), Match.method(HttpMethod.POST, HttpMethod.PUT))._alternatives)
      .toEqual([{ ...ANY_REQUEST, method: 'POST' }]);
  });

  test('"all" of nothing is every request', () => {
    expect(Match.all()._alternatives).toEqual([ANY_REQUEST]);
  });

  test('what is said twice is asked for once', () => {
    const canary = Match.header('x-canary', 'true');
    expect(Match.any(canary, Match.all(canary), Match.header('X-Canary', 'true'))._alternatives).toEqual(canary._alternatives);
  });

  test.each<[string, Match[]]>([
    ['two methods', [Match.method(HttpMethod.GET), Match.method(HttpMethod.POST)]],
    ['two values of a header', [Match.header('a', '1'), Match.header('a', '2')]],
    ['a header that is not there', [Match.header('a', '1'), Match.withoutHeader('a')]],
    ['two paths', [Match.path(PathMatch.exact('/a')), Match.path(PathMatch.exact('/b'))]],
    ['two values of a label', [Match.sourceLabels({ app: 'a' }), Match.sourceLabels({ app: 'b' })]],
  ])('"all" fails on %s', (_, matches) => {
    expect(() => Match.all(...matches)).toThrow(new Error('Match.all: no request matches all of this at once. Use Match.any to match one or the other.'));
  });

  test('"all" fails on one thing that is compared in two ways', () => {
    expect(() => Match.all(Match.path(PathMatch.prefix('/a')), Match.path(PathMatch.regex('.*b')))).toThrow(new Error(
      'Match.all: "path" is matched twice, but the mesh compares it only once. Use one regular expression for both, or Match.any to match one or the other.',
    ));
  });
});

test.each<[string, () => Match, string]>([
  ['no match', () => Match.any(), 'Match.any(): matches no request. Name at least one match.'],
  ['no method', () => Match.method(), 'Match.method(): matches no request. Name at least one method, such as HttpMethod.GET.'],
  ['any host', () => Match.authority(TextMatch.present()), 'Match.authority: no request has an empty host. Name one, such as TextMatch.exact("shop.example.com").'],
  ['an empty host', () => Match.authority(TextMatch.exact('')), 'Match.authority: no request has an empty host. Name one, such as TextMatch.exact("shop.example.com").'],
  ['the name of a header', () => Match.header('x canary', '1'), 'Match.header("x canary"): this is not a valid header name. Use letters, digits and hyphens, such as "x-canary".'],
  ['the host as a header', () => Match.headerMatching('Host', TextMatch.present()), 'Match.headerMatching("Host"): the mesh does not compare this as a header. Use Match.authority.'],
  ['the value of a header', () => Match.header('a', ' 1'), 'Match.header("a"): " 1" is not a valid header value. Remove surrounding spaces and unprintable characters.'],
  ['the value of no header', () => Match.withoutHeader('a', TextMatch.exact('1 ')), 'Match.withoutHeader("a"): "1 " is not a valid header value. Remove surrounding spaces and unprintable characters.'],
  ['the name of a cookie', () => Match.cookie('a b', '1'), 'Match.cookie("a b"): this is not a valid cookie name. Use letters, digits and hyphens, such as "shop-version".'],
  ['the value of a cookie', () => Match.cookie('a', '1; 2'), 'Match.cookie("a"): no cookie can have the value "1; 2". Write it as it is sent, without spaces, commas, semicolons and backslashes: "1%3B%202".'],
  ['a port', () => Match.port(0), 'Match.port(0): this is not a valid port. Use a whole number from 1 to 65535.'],
  ['a high port', () => Match.port(65536), 'Match.port(65536): this is not a valid port. Use a whole number from 1 to 65535.'],
  ['a broken port', () => Match.port(80.5), 'Match.port(80.5): this is not a valid port. Use a whole number from 1 to 65535.'],
  ['a parameter', () => Match.query('a=', '1'), 'Match.query("a="): no query has a name that contains "=". Write it as it is sent, such as "%3D".'],
  ['the value of a parameter', () => Match.queryMatching('a', TextMatch.prefix('b c')), 'Match.queryMatching("a"): no query has a value that contains " ". Write it as it is sent, such as "%20".'],
  ['no labels', () => Match.sourceLabels({}), 'Match.sourceLabels: no labels given, so every pod would match. Set at least one, such as { app: "web" }.'],
  ['a namespace', () => Match.sourceNamespace('Shop'), 'Match.sourceNamespace("Shop"): this is not a valid namespace name. Use lowercase letters, digits and inner hyphens, at most 63 characters.'],
])('fails on %s', (_, match, message) => {
  expect(match).toThrow(new Error(message));
});

// Istio tells Envoy to read a missing header as an empty one (treat_missing_header_as_empty), except where it asks whether it is there.
test.each([TextMatch.exact(''), TextMatch.regex('.*'), TextMatch.regex('|a')])('fails without a header that is like an empty one: %j', value => {
  expect(() => Match.withoutHeader('x-old', value)).toThrow(new Error(
    'Match.withoutHeader("x-old"): the mesh treats a missing header as empty, so requests without it would not match. Use TextMatch.present(), or a non-empty text.',
  ));
});

test('calls of gRPC are told by their path: service and method', () => {
  const paths = [Match.grpc('orders.v1.Orders'), Match.grpc('orders.v1.Orders', 'GetOrder')].map(({ _alternatives: [{ path }] }) => [path?.kind, path?.path]);
  expect(paths).toEqual([['below', '/orders.v1.Orders'], ['exact', '/orders.v1.Orders/GetOrder']]);
});

test.each<[string, string[]]>([
  ['Match.grpc("/orders.Orders")', ['/orders.Orders']],
  ['Match.grpc("orders..Orders")', ['orders..Orders']],
  ['Match.grpc("")', ['']],
  ['Match.grpc("orders.Orders", "Get/Order")', ['orders.Orders', 'Get/Order']],
])('fails on %s', (call, [service, method]) => {
  expect(() => Match.grpc(service, method))
    .toThrow(new Error(`${call}: this is not a gRPC name. Write the names as in the .proto file: Match.grpc("orders.v1.Orders", "GetOrder").`));
});

test('a cookie is found among others', () => {
  const [{ headers }] = Match.cookie('group', 'beta')._alternatives;
  expect(Object.keys(headers)).toEqual(['cookie']);
  expect(['a=b; group=beta', 'group=beta2'].map(cookies => headers.cookie._takes(cookies))).toEqual([true, false]);
  expect(() => Match.cookie('quoted', '"a"')).not.toThrow();
});
