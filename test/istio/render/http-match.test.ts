import { Testing, Yaml } from 'cdk8s';
import { VirtualService, VirtualServiceSpecHttpMatch } from '../../../imports/networking.istio.io';
import { httpMatches } from '../../../lib/istio/render/http-match';
import { HttpMethod } from '../../../lib/mesh/http-method';
import { Match } from '../../../lib/mesh/match';
import { PathMatch } from '../../../lib/mesh/path-match';
import { TextMatch } from '../../../lib/mesh/text-match';
import { refusals } from '../../support/valid';

/** A whole VirtualService with these matches, as it stands in a file. */
function rendered(match: VirtualServiceSpecHttpMatch[]): string {
  const chart = Testing.chart();
  new VirtualService(chart, 'rules', { metadata: { name: 'web' }, spec: { hosts: ['web'], http: [{ match, route: [{ destination: { host: 'web' } }] }] } });
  return Yaml.stringify(...Testing.synth(chart));
}

const kinds: Array<[string, TextMatch, object]> = [
  ['exactly', TextMatch.exact('Yes'), { exact: 'Yes' }],
  ['as empty', TextMatch.exact(''), { exact: '' }],
  ['by its beginning', TextMatch.prefix('ab'), { prefix: 'ab' }],
  ['by a pattern', TextMatch.regex('a+b?'), { regex: 'a+b?' }],
  ['as there', TextMatch.present(), {}],
];

// Measured with Istio 1.30: `{}` takes a header or a parameter with any value, an empty one too, and no request without it.
describe.each(kinds)('a text that is compared %s', (_, value, text) => {
  test('is the value of a header [F011]', () => {
    expect(matches(Match.headerMatching('X-User', value))).toEqual([{ headers: { 'x-user': text } }]);
  });

  test('is the value of a parameter', () => {
    expect(matches(Match.queryMatching('user', value))).toEqual([{ queryParams: { user: text } }]);
  });

  if (value.value !== '') {
    test('is the host', () => {
      expect(matches(Match.authority(value))).toEqual([{ authority: text }]);
    });
  }

  if (value.kind === 'present' || !value._takes('')) {
    test('is the value that a header has not', () => {
      expect(matches(Match.withoutHeader('X-User', value))).toEqual([{ withoutHeaders: { 'x-user': text } }]);
    });
  }
});

test.each<[string, Match, object]>([
  ['an exact path', Match.path(PathMatch.exact('/a')), { uri: { exact: '/a' } }],
  ['a prefix [F018]', Match.path(PathMatch.prefix('/api/v1')), { uri: { prefix: '/api/v1' } }],
  ['a pattern', Match.path(PathMatch.regex('/item/[0-9]+')), { uri: { regex: '/item/[0-9]+' } }],
  ['what lies below the root', Match.path(PathMatch.below('/')), { uri: { prefix: '/' } }],
  ['a method', Match.method(HttpMethod.GET), { method: { exact: 'GET' } }],
  ['a port', Match.port(8080), { port: 8080 }],
  ['labels of the caller', Match.sourceLabels({ app: 'web', role: 'test' }), { sourceLabels: { app: 'web', role: 'test' } }],
  ['the namespace of the caller', Match.sourceNamespace('shop'), { sourceNamespace: 'shop' }],
  ['nothing', Match.all(), {}],
])('%s is said', (_, match, expected) => {
  expect(matches(match)).toEqual([expected]);
});

test.each(['x-user-type: premium', 'x-canary: true', 'canary: true', 'x-canary-user: internal'])('%s is a header with exactly this value [F011]', line => {
  const [name, value] = line.split(': ');
  expect(matches(Match.header(name, value))).toEqual([{ headers: { [name]: { exact: value } } }]);
});

test('a path and what lies below it take two matches, each with all that is asked for besides', () => {
  const match = Match.all(Match.path(PathMatch.below('/orders')), Match.header('x-canary', 'true'), Match.method(HttpMethod.GET));
  expect(matches(match)).toEqual([
    { uri: { exact: '/orders' }, headers: { 'x-canary': { exact: 'true' } }, method: { exact: 'GET' } },
    { uri: { prefix: '/orders/' }, headers: { 'x-canary': { exact: 'true' } }, method: { exact: 'GET' } },
  ]);
});

test('everything at once is one match', () => {
  expect(matches(everything)).toEqual([{
    authority: { prefix: 'shop.' },
    headers: { 'x-a': { exact: '1' }, 'x-b': {} },
    method: { exact: 'POST' },
    port: 80,
    queryParams: { flag: {} },
    sourceLabels: { app: 'web' },
    sourceNamespace: 'shop',
    uri: { exact: '/a' },
    withoutHeaders: { 'x-c': {} },
  }]);
});

const everything = Match.all(
  Match.authority(TextMatch.prefix('shop.')), Match.header('x-a', '1'), Match.headerMatching('x-b', TextMatch.present()), Match.method(HttpMethod.POST), Match.port(80),
  Match.queryMatching('flag', TextMatch.present()), Match.sourceLabels({ app: 'web' }), Match.sourceNamespace('shop'), Match.path(PathMatch.exact('/a')),
  Match.withoutHeader('x-c'),
);

test('"there" reaches the file as an object without fields', () => {
  const text = rendered(everything._alternatives.flatMap(httpMatches));
  expect(text.match(/^ +\S+: \{\}$/gm)?.map(line => line.trim())).toEqual(['x-b: {}', 'flag: {}', 'x-c: {}']);
});

test('a rule that says the comparison twice is refused, so that the schema judges matches', () => {
  const file = rendered([{ headers: { 'x-a': { exact: 'a', prefix: 'a' } } }]);
  expect(refusals({ file })).toEqual([expect.stringMatching(/^file: spec\.http\[0\]\.match\[0\]\.headers\.x-a: /)]);
});

/** Its matches, with which a VirtualService is what the API server accepts. */
function matches(match: Match): VirtualServiceSpecHttpMatch[] {
  const found = match._alternatives.flatMap(httpMatches);
  expect(refusals({ file: rendered(found) })).toEqual([]);
  return found;
}
