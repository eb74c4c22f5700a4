import { RetryOn } from '../../lib/mesh/retry-on';

const known = Object.values(RetryOn).filter(value => value instanceof RetryOn);

test('the conditions are written as the mesh writes them [F015]', () => {
  expect(known.map(({ condition }) => condition)).toEqual([
    'connect-failure', 'refused-stream', 'reset-before-request', '5xx', 'gateway-error', 'reset', 'retriable-4xx', 'envoy-ratelimited',
    'cancelled', 'deadline-exceeded', 'internal', 'resource-exhausted', 'unavailable',
  ]);
});

test('only those are safe after which nobody can have processed the request', () => {
  expect(known.filter(({ isSafe }) => isSafe)).toEqual([RetryOn.CONNECT_FAILURE, RetryOn.REFUSED_STREAM, RetryOn.RESET_BEFORE_REQUEST]);
});

test.each([400, 409, 418, 426, 429, 451, 500, 503, 508, 511])('the failure %d is a condition, and not safe', status => {
  expect(RetryOn.status(status)).toEqual({ condition: String(status), isSafe: false });
});

test.each([0, 100, 200, 302, 399, 419, 420, 427, 430, 450, 499, 509, 512, 599, 600, 503.5, -503, NaN])('fails on %d, which is no failure of HTTP', status => {
  expect(() => RetryOn.status(status)).toThrow(new Error(`RetryOn.status(${status}): this is not an HTTP error status. Use one from 400 to 511, such as 503.`));
});
