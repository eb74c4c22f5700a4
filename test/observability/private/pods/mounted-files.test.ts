import { Chart, Size } from 'cdk8s';
import { Construct } from 'constructs';
import { MeshApp, MeshService } from '../../../../lib';
import { mountFiles } from '../../../../lib/observability/private/pods/mounted-files';
import { mountScratch } from '../../../../lib/observability/private/pods/scratch-volume';
import { objectsOf, shopChart, webIn } from '../../../support/shop-chart';
import { refusals } from '../../../support/valid';

let chart: Chart;
let web: MeshService;
beforeEach(() => {
  chart = shopChart();
  web = webIn(chart);
});

function mount(files: () => Record<string, string>): void {
  mountFiles(new Construct(chart, 'files'), web.version('v1').deployment!, { name: 'web-config', folder: '/etc/web', files });
}

function podOf(): any {
  return objectsOf(chart, 'Deployment')[0].spec.template;
}

test('[F068] files are a ConfigMap that is mounted for reading, and pods carry a checksum of them', () => {
  mount(() => ({ 'config.yaml': 'a: 1\n' }));
  const { metadata: { annotations }, spec: { containers: [{ volumeMounts }], volumes } } = podOf();
  expect(objectsOf(chart, 'ConfigMap')).toEqual([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web-config', namespace: 'shop' }, data: { 'config.yaml': 'a: 1\n' } }]);
  expect([volumeMounts, volumes]).toEqual([[{ mountPath: '/etc/web', name: 'web-config', readOnly: true }], [{ name: 'web-config', configMap: { name: 'web-config' } }]]);
  expect(annotations['checksum/web-config']).toMatch(/^[0-9a-f]{64}$/);
  expect(refusals({ 'shop.yaml': (chart.node.root as MeshApp).synthYaml() })).toEqual([]);
});

test('what is said later is in them, and in the checksum', () => {
  const said = ['first'];
  mount(() => ({ all: said.join() }));
  const before = podOf().metadata.annotations['checksum/web-config'];
  said.push('second');
  expect([objectsOf(chart, 'ConfigMap')[0].data, podOf().metadata.annotations['checksum/web-config'] === before]).toEqual([{ all: 'first,second' }, false]);
});

test('a second ConfigMap of the name is refused, with both paths', () => {
  mount(() => ({}));
  expect(() => mountFiles(new Construct(new Construct(chart, 'other'), 'files'), web.version('v1').deployment!, { name: 'web-config', folder: '/etc/other', files: () => ({}) }))
    .toThrow(/^shop\/other: .*ConfigMap "web-config".* "shop".*Give one of the two another name\.$/);
});

test('a folder to write to is empty, and bounded', () => {
  mountScratch(new Construct(chart, 'scratch'), web.version('v1').deployment!, { name: 'tmp', folder: '/tmp', limit: Size.mebibytes(64) });
  const { spec: { containers: [{ volumeMounts }], volumes } } = podOf();
  expect([volumeMounts, volumes]).toEqual([[{ mountPath: '/tmp', name: 'tmp' }], [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }]]);
});
