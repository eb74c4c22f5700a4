import { Duration } from 'cdk8s';
import { HttpMethod, Match, TextMatch } from '../../../../lib';
import { Cors } from '../../../../lib/mesh/cors';
import { corsIntent } from '../../../../lib/mesh/private/routing/cors-intent';

const { exact, prefix, present, regex } = TextMatch;
const shop = exact('https://shop.example.com');

test('names of headers are in lower case, and what is not said is left to the mesh', () => {
  expect(corsIntent({ allowOrigins: [shop] }, 'here')).toEqual({ origins: [shop] });
  expect(corsIntent({
    allowOrigins: [shop], allowCredentials: true, allowHeaders: ['Content-Type'], allowMethods: [HttpMethod.PUT], exposeHeaders: ['X-Total'],
    ignoreForeignPreflights: true, maxAge: Duration.hours(1),
  }, 'here')).toEqual({
    origins: [shop], credentials: true, headers: ['content-type'], methods: ['PUT'], exposed: ['x-total'], ignoresForeign: true, maxAge: Duration.hours(1),
  });
});

test.each([
  exact('*'), exact('http://localhost:3000'), exact('http://[::1]:8080'), exact('http://shop.example.com:443'), prefix('http://localhost:'),
  regex('https://[a-z]+\\.example\\.com'),
])('%j are origins', origin => {
  expect(corsIntent({ allowOrigins: [origin] }, 'here').origins).toEqual([origin]);
});

const noOrigin = (text: string): string => `here: "${text}" is not an origin. Use scheme and host in lowercase, and the port unless it is the default: "https://shop.example.com".`;
const anybody = (text: string): string => `here: anyone can have an origin that begins with "${text}". Only the port may be open, such as "http://localhost:"; otherwise use TextMatch.exact or TextMatch.regex.`;
const WORLD = 'here: any website could act on behalf of a user. Name the origins, or leave allowCredentials out.';
test.each<[Cors, string]>([
  [{ allowOrigins: [] }, 'here: allows no origin. Name at least one, such as TextMatch.exact("https://shop.example.com").'],
  [{ allowOrigins: [present()] }, 'here: an origin needs a text to compare with. For every origin, use TextMatch.exact("*").'],
  ...['shop.example.com', 'https://shop.example.com/', 'https://Shop.example.com', 'https://shop.example.com:443', 'http://shop.example.com:80', '']
    .map((text): [Cors, string] => [{ allowOrigins: [exact(text)] }, noOrigin(text)]),
  ...['https://shop.example.com', 'https://', 'h'].map((text): [Cors, string] => [{ allowOrigins: [shop, prefix(text)] }, anybody(text)]),
  [{ allowOrigins: [exact('*')], allowCredentials: true }, WORLD],
  [{ allowOrigins: [regex('.*')], allowCredentials: true }, WORLD],
  [{ allowOrigins: [shop], maxAge: Duration.millis(1500) }, 'here: maxAge cannot be 1500 milliseconds. Use a whole number of seconds, at least one.'],
  [{ allowOrigins: [shop], allowHeaders: ['x a'] }, 'here("x a"): this is not a valid header name. Use letters, digits and hyphens, such as "x-canary".'],
])('fails on %j', (cors, message) => {
  expect(() => corsIntent(cors, 'here')).toThrow(new Error(message));
});

test('fails where preflights cannot come to the rule', () => {
  expect(() => corsIntent({ allowOrigins: [shop] }, 'here', Match.header('x-canary', 'true')._alternatives))
    .toThrow(new Error('here: a preflight request does not have the header "x-canary" of the actual request. Use traffic.cors, which applies to all routes.'));
});
