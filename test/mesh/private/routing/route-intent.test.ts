import { Duration } from 'cdk8s';
import { Percent } from '../../../../lib/mesh/percent';
import { retryIntent } from '../../../../lib/mesh/private/routing/retry-intent';
import { forwarding } from '../../../../lib/mesh/private/routing/route-intent';
import type { UsualTraffic } from '../../../../lib/mesh/private/routing/said-of-traffic';
import { RouteOptions } from '../../../../lib/mesh/route-options';
import { ServiceReference } from '../../../../lib/mesh/service-reference';

const orders = new ServiceReference('orders.shop.svc.cluster.local', 80);
const usual: UsualTraffic = { timeout: Duration.seconds(10), retry: retryIntent({ attempts: 3 }, 'here') };
const web = new ServiceReference('web.shop.svc.cluster.local', 8080);
const destinations = [{ host: 'web.shop.svc.cluster.local', port: 8080, subset: 'v1' }];
const mirrors = [{ destination: { host: 'web.shop.svc.cluster.local', port: 8080, subset: 'v2' }, percent: Percent.of(5) }];
const done = (options: RouteOptions, target = orders): ReturnType<ReturnType<typeof forwarding>> => (
  forwarding(target, options, { place: 'here', alternatives: [], itself: web })({ arrival: web, usual, rest: { destinations, mirrors } })
);

test('a route does what is usual, unless it says its own', () => {
  expect(done({})).toMatchObject({ destinations: [{ host: 'orders.shop.svc.cluster.local', port: 80 }], timeout: usual.timeout, retry: usual.retry });
  expect(done({ timeout: Duration.seconds(1), retry: { attempts: 1 } })).toMatchObject({ timeout: Duration.seconds(1), retry: { attempts: 1 } });
});

test('a route to the service itself goes where all goes that no route takes', () => {
  expect(done({ timeout: Duration.seconds(1) }, web)).toMatchObject({ destinations, mirrors, timeout: Duration.seconds(1) });
});

test('fails on a target that is none', () => {
  expect(() => done({}, {} as unknown as ServiceReference)).toThrow('here: an object of Object is not a target. Use a version');
});

test('a stream has no timeout, and not even the retries that the mesh makes by itself', () => {
  expect(done({ streaming: true })).toMatchObject({ timeout: undefined, retry: { attempts: 0 } });
});

test.each<RouteOptions>([{ timeout: Duration.seconds(1) }, { retry: { attempts: 1 } }])('fails on a stream with %j', options => {
  expect(() => done({ ...options, streaming: true })).toThrow(new Error('here: a long-lived stream has neither timeout nor retries. Leave out either them or streaming.'));
});
