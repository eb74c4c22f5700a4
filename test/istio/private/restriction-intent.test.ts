import { Duration } from 'cdk8s';
import { HttpMethod, Match, PathMatch, RequestRate, TextMatch } from '../../../lib';
import { requestRateIntent } from '../../../lib/istio/private/request-rate-intent';
import { restrictionIntent } from '../../../lib/istio/private/restriction-intent';

const all = requestRateIntent({ requestsPerProxy: 100 }, 'all');
const FEW: RequestRate = { requestsPerProxy: 5 };

function restriction(requests: Match, said: RequestRate = FEW): unknown {
  return restrictionIntent({ name: 'some', requests, said, all }, 'here');
}

const UNTOLD = 'Use Match.path, Match.method, Match.header or Match.headerMatching.';

test.each<[string, Match]>([
  [`here: a rate limit cannot match requests by authority. ${UNTOLD}`, Match.authority(TextMatch.exact('shop.example.com'))],
  [`here: a rate limit cannot match requests by port. ${UNTOLD}`, Match.port(8080)],
  [`here: a rate limit cannot match requests by query. ${UNTOLD}`, Match.query('page', '2')],
  [`here: a rate limit cannot match requests by sourceLabels. ${UNTOLD}`, Match.sourceLabels({ app: 'web' })],
  [`here: a rate limit cannot match requests by sourceNamespace. ${UNTOLD}`, Match.sourceNamespace('shop')],
  [`here: a rate limit cannot match requests by withoutHeaders. ${UNTOLD}`, Match.all(Match.path(PathMatch.exact('/a')), Match.withoutHeader('x-user'))],
  ['here: a rate limit sees paths with the query, which a regular expression would match, too. Use PathMatch.exact, PathMatch.below or PathMatch.prefix.', Match.path(PathMatch.regex('/a.*'))],
  ['here: matches every request, which the limit of all already covers. Set it there, or name a path, a method or a header.', Match.path(PathMatch.below('/'))],
  ['here: some requests match two alternatives, and would be counted twice. Restrict each of them separately.', Match.any(Match.method(HttpMethod.POST), Match.path(PathMatch.exact('/login')))],
])('fails with "%s"', (problem, requests) => {
  expect(() => restriction(requests)).toThrow(problem);
});

test.each<[string, RequestRate]>([
  ['here: allows as many requests as the limit of all, or more, so it has no effect. Allow fewer here, or more in the limit of all.', { requestsPerProxy: 100 }],
  ['here: allows as many requests as the limit of all, or more, so it has no effect. Allow fewer here, or more in the limit of all.', { requestsPerProxy: 6000, interval: Duration.minutes(1) }],
  ['here: its interval, 1500 milliseconds, is not a multiple of that of all requests, 1000, which proxies may reject. Use the same, or a multiple.', { requestsPerProxy: 5, interval: Duration.millis(1500) }],
  ['here: requestsPerProxy cannot be -1. Use a whole number from 1 to 2147483647.', { requestsPerProxy: -1 }],
])('fails with "%s" for %j', (problem, said) => {
  expect(() => restriction(Match.method(HttpMethod.POST), said)).toThrow(problem);
});

test('may let as many through in the long run, and fewer at once', () => {
  expect(restriction(Match.method(HttpMethod.POST), { requestsPerProxy: 100, burst: 10 })).toMatchObject({ name: 'some', rate: { requests: 100, burst: 10 } });
});
