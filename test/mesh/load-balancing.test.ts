import { Duration } from 'cdk8s';
import { HashAlgorithm } from '../../lib/mesh/hash-algorithm';
import { LoadBalancing } from '../../lib/mesh/load-balancing';

test.each([
  ['least-request', LoadBalancing.leastRequest()],
  ['passthrough', LoadBalancing.passthrough()],
  ['random', LoadBalancing.random()],
  ['round-robin', LoadBalancing.roundRobin()],
  ['source-address', LoadBalancing.hashSourceIp()],
])('[F026] [F027] %s needs nothing said', (by, balancing) => {
  expect(balancing._intent).toEqual({ by });
});

test('[F027] a header is hashed by its name in lower case', () => {
  expect(LoadBalancing.hashHeader('X-Session-Id')._intent).toEqual({ by: 'header', name: 'x-session-id' });
});

test('[F027] a parameter of the query is hashed by its name as it stands', () => {
  expect(LoadBalancing.hashQuery('User')._intent).toEqual({ by: 'query', name: 'User' });
});

test('[F027] a cookie is given for all paths until the browser is closed, unless something else is said', () => {
  expect(LoadBalancing.hashCookie('shop')._intent).toEqual({ by: 'cookie', name: 'shop', path: '/', ttl: Duration.seconds(0) });
  expect(LoadBalancing.hashCookie('shop', { path: '/cart', ttl: Duration.hours(1) })._intent)
    .toEqual({ by: 'cookie', name: 'shop', path: '/cart', ttl: Duration.hours(1) });
});

test.each([
  ['header', LoadBalancing.hashHeader('x-user-id', { algorithm: HashAlgorithm.maglev(101) })],
  ['query', LoadBalancing.hashQuery('user', { algorithm: HashAlgorithm.maglev(101) })],
  ['cookie', LoadBalancing.hashCookie('shop', { algorithm: HashAlgorithm.maglev(101) })],
  ['source-address', LoadBalancing.hashSourceIp({ algorithm: HashAlgorithm.maglev(101) })],
])('[F027] a hash by %s knows its algorithm', (by, balancing) => {
  expect(balancing._intent).toMatchObject({ by, algorithm: { kind: 'maglev', tableSize: 101 } });
});

test.each([
  ['least-request', LoadBalancing.leastRequest({ warmUp: { duration: Duration.seconds(60) } })],
  ['round-robin', LoadBalancing.roundRobin({ warmUp: { duration: Duration.seconds(60) } })],
])('[F026] with %s, new instances are warmed up', (by, balancing) => {
  expect(balancing._intent).toEqual({ by, warmUp: { duration: Duration.seconds(60) } });
});

test.each([
  ['LoadBalancing.leastRequest: warmUp.duration cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.',
    () => LoadBalancing.leastRequest({ warmUp: { duration: Duration.seconds(0) } })],
  ['LoadBalancing.roundRobin: warmUp.duration cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.',
    () => LoadBalancing.roundRobin({ warmUp: { duration: Duration.seconds(0) } })],
  ['LoadBalancing.hashHeader("x session"): this is not a valid header name. Use letters, digits and characters such as "-", without spaces.',
    () => LoadBalancing.hashHeader('x session')],
  ['LoadBalancing.hashHeader(""): this is not a valid header name. Use letters, digits and characters such as "-", without spaces.',
    () => LoadBalancing.hashHeader('')],
  ['LoadBalancing.hashCookie("a=b"): this is not a valid cookie name. Use letters, digits and characters such as "-", without spaces.',
    () => LoadBalancing.hashCookie('a=b')],
  ['LoadBalancing.hashCookie("shop"): "cart" is not a valid cookie path. Begin it with "/", without spaces and semicolons.',
    () => LoadBalancing.hashCookie('shop', { path: 'cart' })],
  ['LoadBalancing.hashCookie("shop"): "/;Secure" is not a valid cookie path. Begin it with "/", without spaces and semicolons.',
    () => LoadBalancing.hashCookie('shop', { path: '/;Secure' })],
  ['LoadBalancing.hashCookie("shop"): ttl cannot be 1500 milliseconds. Use a whole number of seconds, at least one.',
    () => LoadBalancing.hashCookie('shop', { ttl: Duration.millis(1500) })],
  ['LoadBalancing.hashQuery(""): the parameter name is empty. Set it, for example "user".',
    () => LoadBalancing.hashQuery('')],
])('fails: %s', (message, make) => {
  expect(make).toThrow(new Error(message));
});
