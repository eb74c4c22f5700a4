import { checkHeaderValue, headerName } from '../../../../lib/mesh/private/routing/headers';
import { TextMatch } from '../../../../lib/mesh/text-match';

test.each([['x-canary', 'x-canary'], ['X-Canary', 'x-canary'], ['user-agent', 'user-agent'], ['x_1.2~|', 'x_1.2~|']])('the name %s is compared as %s', (name, compared) => {
  expect(headerName(name, 'call')).toBe(compared);
});

test.each(['', 'x canary', 'größe', ':scheme', '@request.auth.claims.role', 'a:b', 'a\n'])('fails on the name %j, which no header has', name => {
  expect(() => headerName(name, 'call')).toThrow(new Error(`call("${name}"): this is not a valid header name. Use letters, digits and hyphens, such as "x-canary".`));
});

test.each([
  ['host', 'Match.authority'], ['Host', 'Match.authority'], [':authority', 'Match.authority'], [':method', 'Match.method'], [':path', 'Match.path'],
])('fails on %s, for which there is %s', (name, verb) => {
  expect(() => headerName(name, 'call')).toThrow(new Error(`call("${name}"): the mesh does not compare this as a header. Use ${verb}.`));
});

test.each([
  TextMatch.exact(''), TextMatch.exact('a b\tc'), TextMatch.exact('größe'), TextMatch.exact('a\u00a0'), TextMatch.prefix('a '), TextMatch.present(), TextMatch.regex(' a\n?'),
])('a header can be like %j', value => {
  expect(() => checkHeaderValue(value, 'call')).not.toThrow();
});

test.each([
  TextMatch.exact(' a'), TextMatch.exact('a '), TextMatch.exact('a\t'), TextMatch.exact('a\nb'), TextMatch.exact('a\0'), TextMatch.prefix(' a'), TextMatch.prefix('a\r'),
])('fails on %j, which no header is like', value => {
  expect(() => checkHeaderValue(value, 'call'))
    .toThrow(new Error(`call: ${JSON.stringify(value.value)} is not a valid header value. Remove surrounding spaces and unprintable characters.`));
});
