import { Chart, Cron } from 'cdk8s';
import { NetworkPolicy, Pods, Service, Topology, Workload } from 'cdk8s-plus-28';
import { MeshJob } from '../../../../lib';
import { objectsOf, shopChart, specOf, webIn } from '../../../support/shop-chart';

const JOB = { image: 'registry.example.com/migrate:1.4.2', inMesh: true };

/** What runs pods of ours: its kind, how it is made, and the labels of its pods alone. */
const WORKLOADS: [string, (chart: Chart) => Workload, Record<string, string>][] = [
  ['Deployment', chart => webIn(chart).version('v1').deployment!, { app: 'web', version: 'v1' }],
  ['StatefulSet', chart => webIn(chart, { stateful: true }).version('v1').statefulSet!, { app: 'web', version: 'v1' }],
  ['Job', chart => new MeshJob(chart, 'migrate', JOB).workload, { 'app.kubernetes.io/name': 'migrate' }],
  ['CronJob', chart => new MeshJob(chart, 'migrate', { ...JOB, schedule: Cron.daily() }).workload, { 'app.kubernetes.io/name': 'migrate' }],
];

describe.each(WORKLOADS)('the pods of a %s', (kind, make, labels) => {
  let chart: Chart;
  let workload: Workload;
  beforeEach(() => {
    chart = shopChart();
    workload = make(chart);
  });

  /** The template of its pods. */
  function template(): any {
    const { jobTemplate, ...spec } = specOf(chart, kind);
    return (jobTemplate?.spec ?? spec).template;
  }

  test('have the labels by which they are found, and not the hash of a path', () => {
    expect(template().metadata.labels).toMatchObject(labels);
    expect(Object.keys(template().metadata.labels)).not.toContain('cdk8s.io/metadata.addr');
  });

  test('are found by a NetworkPolicy, of its own and of its peers', () => {
    new NetworkPolicy(chart, 'policy', { selector: workload, ingress: { rules: [{ peer: workload }] } });
    expect(specOf(chart, 'NetworkPolicy')).toMatchObject({
      podSelector: { matchLabels: labels },
      ingress: [{ from: [{ podSelector: { matchLabels: labels }, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }] }],
    });
  });

  test('are found by those who allow connections', () => {
    workload.connections.allowFrom(Pods.select(chart, 'peers', { labels: { app: 'peer' } }));
    expect(objectsOf(chart, 'NetworkPolicy').map(({ spec }) => spec.podSelector?.matchLabels ?? spec)).toContainEqual(labels);
  });

  test('are found by rules that keep pods apart, or together', () => {
    workload.scheduling.spread({ topology: Topology.ZONE });
    workload.scheduling.colocate(workload);
    const found = { labelSelector: { matchLabels: labels }, namespaces: ['shop'] };
    expect(template().spec.affinity).toEqual({
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ ...found, topologyKey: 'topology.kubernetes.io/zone' }] },
      podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ ...found, topologyKey: 'kubernetes.io/hostname' }] },
    });
  });

  test('are found by a Service', () => {
    new Service(chart, 'other', { selector: workload, metadata: { name: 'other' }, ports: [{ port: 80 }] });
    expect(objectsOf(chart, 'Service').find(({ metadata: { name } }) => name === 'other').spec.selector).toEqual(labels);
  });
});

test('a Deployment that is exposed the way of cdk8s-plus is found', () => {
  const chart = shopChart();
  webIn(chart).version('v1').deployment!.exposeViaService({ name: 'other' });
  expect(objectsOf(chart, 'Service').map(({ spec }) => spec.selector)).toEqual([{ app: 'web' }, { app: 'web', version: 'v1' }]);
});
