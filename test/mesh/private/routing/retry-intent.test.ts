import { Duration } from 'cdk8s';
import { HttpMethod } from '../../../../lib/mesh/http-method';
import { Match } from '../../../../lib/mesh/match';
import { retryIntent } from '../../../../lib/mesh/private/routing/retry-intent';
import { RetryOn } from '../../../../lib/mesh/retry-on';
import { RetryPolicy } from '../../../../lib/mesh/retry-policy';

function intent(policy: RetryPolicy, ...matches: Match[]): ReturnType<typeof retryIntent> {
  return retryIntent(policy, 'shop/web', matches.flatMap(match => match._alternatives));
}

test('without conditions, only what nobody can have processed is tried again [F015]', () => {
  expect(intent({ attempts: 3 })).toEqual({ attempts: 3, perTryTimeout: undefined, conditions: ['connect-failure', 'refused-stream', 'reset-before-request'] });
});

test('conditions keep their order, and each counts once', () => {
  const on = [RetryOn.REFUSED_STREAM, RetryOn.CONNECT_FAILURE, RetryOn.REFUSED_STREAM];
  const perTryTimeout = Duration.seconds(2);
  expect(intent({ attempts: 1, perTryTimeout, on })).toEqual({ attempts: 1, perTryTimeout, conditions: ['refused-stream', 'connect-failure'] });
});

test.each([HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE, HttpMethod.PUT, HttpMethod.DELETE])('a %s may be processed twice', method => {
  expect(intent({ attempts: 1, on: [RetryOn.SERVER_ERROR, RetryOn.status(503)] }, Match.method(method)).conditions).toEqual(['5xx', '503']);
});

test('the owner may say that it does no harm', () => {
  expect(intent({ attempts: 1, on: [RetryOn.SERVER_ERROR], unsafeMethods: true }).conditions).toEqual(['5xx']);
  expect(intent({ attempts: 1, on: [RetryOn.RESET], unsafeMethods: true }, Match.method(HttpMethod.POST)).conditions).toEqual(['reset']);
});

test.each<[string, Match[]]>([
  ['any request', []],
  ['a POST', [Match.method(HttpMethod.POST)]],
  ['a PATCH', [Match.method(HttpMethod.PATCH)]],
  ['a CONNECT', [Match.method(HttpMethod.CONNECT)]],
  ['a GET or a POST', [Match.method(HttpMethod.GET, HttpMethod.POST)]],
  ['a request of any method', [Match.method(HttpMethod.GET), Match.header('x-canary', 'true')]],
])('fails when %s could be processed twice', (_, matches) => {
  expect(() => intent({ attempts: 1, on: [RetryOn.CONNECT_FAILURE, RetryOn.SERVER_ERROR, RetryOn.RESET] }, ...matches)).toThrow(new Error(
    'shop/web: after 5xx, reset the request may already have been processed, and a POST would be processed twice. Set unsafeMethods: true if that does no harm, or retry on a route that matches Match.method(HttpMethod.GET) only.',
  ));
});

test.each([-1, 1.5, NaN, Infinity])('fails on %d attempts', attempts => {
  expect(() => intent({ attempts })).toThrow(new Error(`shop/web: ${attempts} attempts is not a number of retries. Use a whole number; 0 disables retries, including the default ones of the mesh.`));
});

test('fails on no conditions', () => {
  expect(() => intent({ attempts: 1, on: [] })).toThrow(new Error('shop/web: without conditions, there are no retries. Leave "on" out for the safe conditions.'));
});

test.each([0, 0.5, 1.5])('fails on tries of %d milliseconds', milliseconds => {
  expect(() => intent({ attempts: 1, perTryTimeout: Duration.millis(milliseconds) }))
    .toThrow(new Error(`shop/web: perTryTimeout cannot be ${milliseconds} milliseconds. Use a whole number of milliseconds, at least one.`));
});

test('no attempts are none at all', () => {
  expect(intent({ attempts: 0 })).toEqual({ isUsual: true, attempts: 0, conditions: [] });
});

test.each<[string, Partial<RetryPolicy>]>([
  ['perTryTimeout', { perTryTimeout: Duration.seconds(1) }],
  ['on', { on: [RetryOn.RESET] }],
  ['backoff', { backoff: Duration.millis(50) }],
  ['unsafeMethods', { unsafeMethods: true }],
])('fails on no attempts with %s', (name, more) => {
  expect(() => intent({ attempts: 0, ...more })).toThrow(new Error(
    `shop/web: with 0 attempts there are no retries, so ${name} has no effect. Leave it out, or set more attempts.`,
  ));
});
