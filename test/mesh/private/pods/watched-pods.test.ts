import { ApiObject, Chart } from 'cdk8s';
import { Deployment, LabelSelector } from 'cdk8s-plus-28';
import { Istio, MeshApp, MeshJob, MeshService } from '../../../../lib';
import { shopChart, WEB, webIn } from '../../../support/shop-chart';

const OTHER = { containers: [{ image: 'registry.example.com/other:1' }] };

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
  webIn(chart).addVersion('v2', WEB);
});

/** All that is complained of in the app of a chart. */
function problemsIn({ node: { root } }: Chart): string[] {
  return root.node.findAll().flatMap(({ node }) => node.validate());
}

describe('selectors', () => {
  test('[F104] services, and Deployments of others that select by an address of their own, are apart', () => {
    new Deployment(chart, 'other', { podMetadata: { labels: { version: 'v1' } }, ...OTHER });
    expect(problemsIn(chart)).toEqual([]);
  });

  test('[F104] a Deployment of somebody else that selects the pods of a service is an error, whichever construct it is', () => {
    new Deployment(chart, 'other', { select: false, podMetadata: { labels: { version: 'v1' } }, ...OTHER }).select(LabelSelector.of({ labels: { version: 'v1' } }));
    new ApiObject(chart, 'set', {
      apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'set' }, spec: { selector: { matchLabels: { version: 'v2' } }, template: { metadata: { labels: { version: 'v2' } } } },
    });
    expect(problemsIn(chart).map(problem => problem.split(' as well')[0])).toEqual([
      'shop/other/Resource: selects the pods of "shop/web/workload/v1/Resource"', 'shop/set: selects the pods of "shop/web/workload/v2/Resource"',
    ]);
  });
});

describe('Services', () => {
  const STRAY = { app: 'web', role: 'worker' };
  const PROBLEM = ': its pods have the labels that the Service "web" of "shop/web" selects (app: web), and would get its requests. Use other labels, or make them a version of it.';

  test('a Deployment of somebody else whose pods a Service of ours finds is an error', () => {
    new Deployment(chart, 'worker', { podMetadata: { labels: STRAY }, ...OTHER });
    expect(problemsIn(chart)).toEqual([`shop/worker/Resource${PROBLEM}`]);
  });

  const TEMPLATE = { metadata: { labels: STRAY }, spec: {} };

  test.each([
    ['apps/v1', 'DaemonSet', { selector: { matchLabels: { role: 'worker' } }, template: TEMPLATE }],
    ['argoproj.io/v1alpha1', 'Rollout', { template: TEMPLATE }],
    ['batch/v1', 'Job', { template: TEMPLATE }],
    ['batch/v1', 'CronJob', { jobTemplate: { spec: { template: TEMPLATE } } }],
    ['v1', 'ReplicationController', { template: TEMPLATE }],
  ])('so is a %s %s that is written as such', (apiVersion, kind, spec) => {
    new ApiObject(chart, 'worker', { apiVersion, kind, spec });
    expect(problemsIn(chart)).toEqual([`shop/worker${PROBLEM}`]);
  });

  test('so are a pod, and what stands in a list', () => {
    new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { labels: STRAY } });
    new ApiObject(chart, 'list', {
      apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { namespace: 'shop' }, spec: { template: TEMPLATE } }],
    });
    expect(problemsIn(chart)).toEqual([`shop/pod${PROBLEM}`, `shop/list${PROBLEM}`]);
  });

  test('what is added to the labels later counts', () => {
    const worker = new Deployment(chart, 'worker', OTHER);
    expect(problemsIn(chart)).toEqual([]);
    worker.podMetadata.addLabel('app', 'web');
    expect(problemsIn(chart)).toEqual([`shop/worker/Resource${PROBLEM}`]);
  });

  test('pods of a service are complained of once, however many Services find them', () => {
    new MeshService(chart, 'db', { ...WEB, port: 5432, stateful: true });
    new Deployment(chart, 'worker', { podMetadata: { labels: { app: 'db' } }, ...OTHER });
    expect(problemsIn(chart)).toEqual([expect.stringContaining('that the Service "db" of "shop/db" selects (app: db)')]);
  });

  test('pods of other namespaces, and of other environments, are apart, and so is what has no pods of its own', () => {
    new Deployment(new Chart(chart.node.root, 'other', { namespace: 'other' }), 'worker', { podMetadata: { labels: STRAY }, ...OTHER });
    new ApiObject(chart, 'empty', { apiVersion: 'batch/v1', kind: 'Job' });
    new ApiObject(chart, 'none', { apiVersion: 'v1', kind: 'List' });
    new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { labels: STRAY } });
    new MeshJob(chart, 'web-job', { image: 'registry.example.com/job:1', inMesh: true });
    expect(problemsIn(chart)).toEqual([]);
    const app = new MeshApp({ mesh: Istio.mesh() });
    const [dev, prod] = ['dev', 'prod'].map(name => new Chart(app.environment(name), 'shop', { namespace: 'shop' }));
    webIn(dev);
    new Deployment(prod, 'worker', { podMetadata: { labels: STRAY }, ...OTHER });
    expect(problemsIn(dev)).toEqual([]);
  });
});
