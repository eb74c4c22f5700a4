import { spawnSync } from 'node:child_process';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { ignoredDifferences } from '../../../lib/delivery/private/ignored-differences';

const hasJq = spawnSync('jq', ['--version']).status === 0;
if (!hasJq) {
  console.warn('SKIPPED: there is no jq here, so what the expressions lead to is not tested');
}

const HOST = 'pay.shop.svc.cluster.local';
type Expressions = readonly string[];

function ignored(...objects: { apiVersion: string; kind: string; spec?: object }[]): ReturnType<typeof ignoredDifferences> {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  objects.forEach((object, index) => new ApiObject(chart, `object-${index}`, { metadata: { name: `object-${index}` }, ...object }));
  return ignoredDifferences(chart);
}

const rolloutWith = (trafficRouting: object): Parameters<typeof ignored>[0] => ({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', spec: { strategy: { canary: { trafficRouting } } } });

describe('replicas', () => {
  const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
  const ofDeployment = [{ group: 'apps', kind: 'Deployment', name: 'web', namespace: 'shop', jsonPointers: ['/spec/replicas'] }];
  test.each([
    ['autoscaling/v2', 'HorizontalPodAutoscaler', { scaleTargetRef: target }, ofDeployment],
    ['flagger.app/v1beta1', 'Canary', { targetRef: target }, ofDeployment],
    ['flagger.app/v1beta1', 'Canary', { targetRef: { kind: 'Deployment', name: 'web' } }, ofDeployment],
    ['flagger.app/v1beta1', 'Canary', { targetRef: { kind: 'DaemonSet', name: 'web' } }, []],
    ['autoscaling/v2', 'HorizontalPodAutoscaler', { scaleTargetRef: { ...target, apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' } }, [{ ...ofDeployment[0], group: 'argoproj.io', kind: 'Rollout' }]],
    ['argoproj.io/v1alpha1', 'Rollout', { workloadRef: { ...target, scaleDown: 'onsuccess' } }, ofDeployment],
    ['argoproj.io/v1alpha1', 'Rollout', { workloadRef: target }, []],
    ['example.com/v1', 'Canary', { targetRef: target }, []],
    ['flagger.app/v1beta1', 'Canary', {}, []],
    ['flagger.app/v1beta1', 'Canary', undefined, []],
  ])('%s %s %j', (apiVersion, kind, spec, expected) => {
    expect(ignored({ apiVersion, kind, spec })).toEqual({ replicas: expected, inLists: [] });
  });
});

describe('in lists', () => {
  test('a Rollout writes into routes that it names and into its two subsets', () => {
    const { inLists } = ignored(rolloutWith({
      managedRoutes: [{ name: 'shadow' }],
      istio: { virtualServices: [{ name: 'pay', routes: ['default'] }], destinationRule: { name: 'pay', stableSubsetName: 'v1', canarySubsetName: 'v2' } },
    }));
    const label = '.labels."rollouts-pod-template-hash"';
    expect(inLists).toEqual([
      {
        group: 'networking.istio.io', kind: 'VirtualService', name: 'pay', namespace: 'shop',
        jqPathExpressions: ['.spec.http[]? | select(.name == "default") | .route[]?.weight', '.spec.http[]? | select(.name == "shadow")'],
      },
      {
        group: 'networking.istio.io', kind: 'DestinationRule', name: 'pay', namespace: 'shop',
        jqPathExpressions: [`.spec.subsets[]? | select(.name == "v1") | ${label}`, `.spec.subsets[]? | select(.name == "v2") | ${label}`],
      },
    ]);
  });

  test.each([
    ['routes of TCP alone', { istio: { virtualService: { name: 'pay', tcpRoutes: [{ port: 9000 }] } } }],
    ['a DestinationRule without subsets', { istio: { destinationRule: { name: 'pay' } } }],
    ['another mesh', { smi: {} }],
  ])('a Rollout with %s writes nothing that is known', (_, trafficRouting) => {
    expect(ignored(rolloutWith(trafficRouting))).toEqual({ replicas: [], inLists: [] });
  });
});

/** What Argo CD compares: an object without what the expressions lead to. */
function compared(object: object, expressions: Expressions): unknown {
  return expressions.reduce<unknown>((rest, expression) => {
    const { status, stdout, stderr } = spawnSync('jq', [`del(${expression})`], { input: JSON.stringify(rest), encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    return JSON.parse(stdout);
  }, object);
}

const split = (name: string | undefined, stable: number, more: object = {}): object => ({
  name, ...more, route: [{ destination: { host: HOST, subset: 'v1' }, weight: stable }, { destination: { host: HOST, subset: 'v2' }, weight: 100 - stable }],
});
const virtualService = (...http: object[]): object => ({ kind: 'VirtualService', spec: { hosts: [HOST], http } });

(hasJq ? describe : describe.skip)('by jq', () => {
  const expressionsOf = (trafficRouting: object, index = 0): Expressions => ignored(rolloutWith(trafficRouting)).inLists[index].jqPathExpressions!;
  const named = expressionsOf({ istio: { virtualService: { name: 'pay', routes: ['default', 'with "quotes" \\(1)'] } }, managedRoutes: [{ name: 'shadow' }] });
  const unnamed = expressionsOf({ istio: { virtualService: { name: 'pay' } } });
  const labels = expressionsOf({ istio: { destinationRule: { name: 'pay', stableSubsetName: 'v1', canarySubsetName: 'v2' } } });

  test.each([
    ['weights of a named route', named, virtualService(split('default', 100)), virtualService(split('default', 60))],
    ['weights of a route with an odd name', named, virtualService(split('with "quotes" \\(1)', 100)), virtualService(split('with "quotes" \\(1)', 60))],
    ['a route that the controller adds', named, virtualService(split('default', 100)), virtualService({ name: 'shadow', mirror: { host: HOST } }, split('default', 100))],
    ['weights of the only route', unnamed, virtualService(split(undefined, 100)), virtualService(split(undefined, 0))],
    ['labels of its subsets', labels,
      { spec: { subsets: [{ name: 'v1', labels: { app: 'pay' } }] } },
      { spec: { subsets: [{ name: 'v1', labels: { 'app': 'pay', 'rollouts-pod-template-hash': '5f' } }] } }],
  ])('ignores %s', (_, expressions, desired, live) => {
    expect(compared(live, expressions)).toEqual(compared(desired, expressions));
  });

  test.each([
    ['weights of another route', named, virtualService(split('default', 100), split('other', 100)), virtualService(split('default', 100), split('other', 60))],
    ['a timeout of the same route', named, virtualService(split('default', 100, { timeout: '1s' })), virtualService(split('default', 60, { timeout: '2s' }))],
    ['a destination of the same route', named, virtualService(split('default', 100)), virtualService({ name: 'default', route: [{ destination: { host: HOST, subset: 'v1' } }] })],
    ['weights of a second route', unnamed, virtualService(split('a', 100), split('b', 100)), virtualService(split('a', 100), split('b', 60))],
    ['another label', labels, { spec: { subsets: [{ name: 'v1', labels: { app: 'pay' } }] } }, { spec: { subsets: [{ name: 'v1', labels: { app: 'paid' } }] } }],
    ['the label in another subset', labels, { spec: { subsets: [{ name: 'v3', labels: {} }] } }, { spec: { subsets: [{ name: 'v3', labels: { 'rollouts-pod-template-hash': '5f' } }] } }],
  ])('compares %s', (_, expressions, desired, live) => {
    expect(compared(live, expressions)).not.toEqual(compared(desired, expressions));
  });

  test.each([[named], [unnamed], [labels]])('never fails, for Argo CD would ignore nothing then: %j', expressions => {
    for (const object of [{}, { spec: {} }, { spec: { http: [] } }, virtualService({ name: 'default', redirect: {} }), { spec: { tcp: [], subsets: [{ name: 'v1' }] } }]) {
      expect(compared(object, expressions)).toEqual(object);
    }
  });
});
