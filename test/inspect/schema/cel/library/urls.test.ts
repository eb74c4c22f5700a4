import { outcome } from '../../../../support/cel-outcome';

test.each([
  ['isURL("https://a")', true], ['isURL("a")', false],
  ['url("https://a:80/b c?d=e").getScheme()', 'https'], ['url("https://a:80/b").getHost()', 'a:80'], ['url("https://a:80/b").getHostname()', 'a'],
  ['url("https://a:80/b").getPort()', '80'], ['url("https://a/b c").getEscapedPath()', '/b%20c'], ['url("https://a?d=e").getQuery()["d"][0]', 'e'],
  ['url("/a") == url("/a")', true],
  ['url("a")', 'error: URL parse error during conversion from string: parse "a": invalid URI for request'],
])('%s is %j', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});
