import { Duration } from 'cdk8s';
import { HttpRoute } from '../../../imports/gateway.networking.k8s.io';
import { IstioRelease, Match } from '../../../lib';
import { ServiceRoute, serviceRouteSpec } from '../../../lib/istio/render/service-route';
import type { RuleIntent } from '../../../lib/mesh/private/intent';
import { refusals } from '../../support/valid';

const service = { name: 'web', namespace: 'shop' };
const web = { host: 'web.shop.svc.cluster.local', port: 8080 };
const rest: RuleIntent = { name: 'default', alternatives: [], destinations: [web] };

/** The spec as it stands in YAML, which an API server takes. */
function rendered(route: Omit<ServiceRoute, 'service'>): any {
  const spec = serviceRouteSpec({ service, ...route }, { place: 'shop/web/rules', release: IstioRelease.V1_30 });
  const object: any = HttpRoute.manifest({ metadata: { name: 'web' }, spec });
  expect(refusals({ 'route.yaml': JSON.stringify(object) })).toEqual([]);
  return object.spec;
}

test('[F144] rules name the Service that requests are sent to, and the Services that they go to', () => {
  const versions = ['v1', 'v2'].map((subset, index) => ({ ...web, subset, versionHost: `web-${subset}.shop.svc.cluster.local`, weight: [90, 10][index] }));
  expect(rendered({ rules: [{ ...rest, destinations: versions, timeout: Duration.seconds(3) }] })).toEqual({
    parentRefs: [{ group: '', kind: 'Service', name: 'web' }],
    rules: [{
      name: 'default',
      matches: [{ path: { type: 'PathPrefix', value: '/' } }],
      backendRefs: [{ name: 'web-v1', port: 8080, weight: 90 }, { name: 'web-v2', port: 8080, weight: 10 }],
      timeouts: { request: '3s' },
    }],
  });
});

test('rules for one port say which', () => {
  expect(rendered({ port: 8080, rules: [rest] }).parentRefs).toEqual([{ group: '', kind: 'Service', name: 'web', port: 8080 }]);
});

test.each<[string, Partial<RuleIntent>, string]>([
  ['who calls by labels', { alternatives: Match.sourceLabels({ app: 'a' })._alternatives }, 'matches labels or the namespace of the caller'],
  ['who calls by namespace', { alternatives: Match.sourceNamespace('a')._alternatives }, 'matches labels or the namespace of the caller'],
  ['retries', { retry: { attempts: 3, conditions: ['5xx'] } }, 'sets conditions for retries'],
  ['faults', { fault: {} }, 'injects faults'],
])('fails on %s, and says what does that', (_, said, problem) => {
  expect(() => rendered({ rules: [{ ...rest, ...said }] })).toThrow(new Error(
    `shop/web/rules, rule "default": ${problem}, which an HTTPRoute of the Kubernetes Gateway API cannot express. Leave it out, or run sidecars: leave out DataPlaneMode.AMBIENT.`,
  ));
});

test('fails on more rules than there is room for', () => {
  const rules = Array.from({ length: 17 }, (__, index) => ({ ...rest, name: `r${index}` }));
  expect(() => rendered({ rules })).toThrow(/ Use fewer routes, or run sidecars: leave out DataPlaneMode\.AMBIENT\.$/);
});
