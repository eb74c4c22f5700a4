import { Duration } from 'cdk8s';
import { Stickiness } from '../../lib/mesh/stickiness';

const patternOf = (stickiness: Stickiness, target: string): RegExp => new RegExp(`^(?:${stickiness._memoryOf(target).conditions.headers.cookie.value})$`);

test('the answer sets a cookie for the whole site, as long as the browser is open', () => {
  expect(Stickiness.cookie('shop-version')._memoryOf('v2').answer)
    .toEqual({ add: { 'set-cookie': 'shop-version=v2; Path=/; HttpOnly; SameSite=Lax' }, remove: [], set: {} });
});

test('a cookie can be kept for a time', () => {
  expect(Stickiness.cookie('at', { maxAge: Duration.hours(1) })._memoryOf('v2').answer.add['set-cookie']).toBe('at=v2; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax');
});

test('a cookie can be for TLS alone', () => {
  expect(Stickiness.cookie('at', { secure: true })._memoryOf('v2').answer.add['set-cookie']).toBe('at=v2; Path=/; HttpOnly; Secure; SameSite=Lax');
});

test.each([['at=v2', true], ['a=b; at=v2', true], ['at=v2; a=b', true], ['a=b;at=v2;c=d', true], ['at=v21', false], ['that=v2', false], ['a=b', false], ['at=v2x; at=v3', false]])(
  'of the cookies "%s" it is %s that they remember v2',
  (cookies, remembers) => {
    expect(patternOf(Stickiness.cookie('at'), 'v2').test(cookies)).toBe(remembers);
  },
);

test('a name and a target with characters that mean something in patterns mean themselves', () => {
  const pattern = patternOf(Stickiness.cookie('a.t'), 'orders.shop');
  expect([pattern.test('a.t=orders.shop'), pattern.test('a-t=orders.shop'), pattern.test('a.t=orders-shop')]).toEqual([true, false, false]);
});

test('a header says where the client was, in both directions', () => {
  const { answer, conditions } = Stickiness.header('X-Version')._memoryOf('v2');
  expect([answer.set, conditions.headers['x-version']]).toEqual([{ 'x-version': 'v2' }, { kind: 'exact', value: 'v2' }]);
});

test.each([
  ['Stickiness.cookie("a b"): this is not a valid cookie name. Use letters, digits and hyphens, such as "shop-version".', () => Stickiness.cookie('a b')],
  ['Stickiness.cookie("a"): maxAge cannot be 500 milliseconds. Use a whole number of seconds, at least one.', () => Stickiness.cookie('a', { maxAge: Duration.millis(500) })],
  ['Stickiness.header("host"): the mesh does not compare this as a header. Use Match.authority.', () => Stickiness.header('host')],
  ...['Content-Length', 'Connection'].map((name): [string, () => Stickiness] => (
    [`Stickiness.header("${name}"): proxies set this header themselves, so no response would carry it to the client. Use your own header, such as "x-shop-version".`, () => Stickiness.header(name)]
  )),
  ...['Cookie', 'Set-Cookie'].map((name): [string, () => Stickiness] => (
    [`Stickiness.header("${name}"): clients send cookies in a different header than responses set them in. Use Stickiness.cookie("shop-version").`, () => Stickiness.header(name)]
  )),
])('fails: %s', (problem, make) => {
  expect(make).toThrow(new Error(problem));
});
