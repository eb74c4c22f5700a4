import { ClientTls } from '../../lib/mesh/client-tls';
import { LoadBalancing } from '../../lib/mesh/load-balancing';
import { Locality } from '../../lib/mesh/locality';
import { TrafficPolicy } from '../../lib/mesh/traffic-policy';

const VERBS: ReadonlyArray<[string, (policy: TrafficPolicy) => void]> = [
  ['clientTls', policy => policy.clientTls(ClientTls.disabled())],
  ['ejectOutliers', policy => policy.ejectOutliers()],
  ['limitConnections', policy => policy.limitConnections()],
  ['loadBalance', policy => policy.loadBalance(LoadBalancing.random())],
  ['locality', policy => policy.locality(Locality.ignored())],
];

let begun: number;
let policy: TrafficPolicy;
beforeEach(() => {
  begun = 0;
  policy = TrafficPolicy._of({ place: 'shop/web', begin: () => void (begun += 1) });
});

test('a policy of which nothing is said is none, and needs no object', () => {
  expect(policy._intent()).toBeUndefined();
  expect(begun).toBe(0);
});

test.each(VERBS)('%s makes the object that holds the policy', (_, say) => {
  say(policy);
  expect(begun).toBe(1);
});

test.each(VERBS)('fails when %s is said twice', (verb, say) => {
  say(policy);
  expect(() => say(policy)).toThrow(
    new Error(`shop/web: ${verb} is already set. Set it once, with all its options; a version or a port may have its own.`),
  );
  expect(begun).toBe(1);
});

test('the order of verbs changes nothing', () => {
  const other = TrafficPolicy._of({ place: 'shop/web', begin: () => undefined });
  VERBS.forEach(([, say]) => say(policy));
  [...VERBS].reverse().forEach(([, say]) => say(other));
  expect(policy._intent()).toEqual(other._intent());
  expect(Object.keys(policy._intent()!).sort()).toEqual(['balancing', 'ejection', 'limits', 'locality', 'tls']);
});

test('what is wrong with a value is told with the verb, and nothing is kept of it', () => {
  expect(() => policy.limitConnections({ maxConnections: 0 })).toThrow(
    new Error('shop/web, limitConnections: maxConnections cannot be 0. Use a whole number from 1 to 2147483647.'),
  );
  expect(() => policy.ejectOutliers({ consecutive5xxErrors: -1 })).toThrow(
    new Error('shop/web, ejectOutliers: consecutive5xxErrors cannot be -1. Use a whole number from 0 to 2147483647.'),
  );
  expect([policy._intent(), begun]).toEqual([undefined, 0]);
});

test('[F032] the old name of a count is an error of its type', () => {
  // @ts-expect-error: what the mesh would ignore cannot be said
  policy.ejectOutliers({ consecutiveErrors: 7 });
  expect(policy._intent()?.ejection).toMatchObject({ consecutive5xxErrors: 5 });
  expect(policy._intent()?.ejection).not.toHaveProperty('consecutiveErrors');
});
