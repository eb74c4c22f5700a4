import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { constructMetadata, FolderOfCharts } from '../../../lib/synth/private/construct-metadata';

test('every object that a construct renders has its path', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const construct = new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web-svc' } });
  expect(constructMetadata([{ name: '', charts: [{ chart, objects: [{ manifest: {}, origin: 'shop/web', construct }] }] }])).toBe('{"version":"1.0.0","resources":{"web-svc":{"path":"shop/web"}},"folders":{"":{}}}');
});

test('of a chart that renders itself, every construct has its path, but for those of charts inside of it', () => {
  const chart = new Chart(Testing.app(), 'shop');
  new ApiObject(new Construct(chart, 'group'), 'web', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web-svc' } });
  new ApiObject(new Chart(chart, 'inner'), 'db', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db-svc' } });
  expect(constructMetadata([{ name: '', charts: [{ chart, objects: [{ manifest: {}, origin: 'shop' }] }] }])).toBe('{"version":"1.0.0","resources":{"web-svc":{"path":"shop/group/web"}},"folders":{"":{}}}');
});

test('objects of one name are told apart by folder, kind, group and namespace, and it says where the rest was published', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const gateway = (apiVersion: string, namespace?: string): object => ({ apiVersion, kind: 'Gateway', metadata: { name: 'web', namespace } });
  const rendered = (folder: string, ...manifests: object[]): object => ({ name: folder, charts: [{ chart, objects: manifests.map((manifest, index) => ({ manifest, origin: `${folder}/${index}` })) }] });
  const folders = [rendered('dev', gateway('networking.istio.io/v1', 'shop'), gateway('gateway.networking.k8s.io/v1')), rendered('prod', gateway('networking.istio.io/v1', 'shop'))];

  expect(JSON.parse(constructMetadata(folders as FolderOfCharts[], '../../dist'))).toEqual({
    version: '1.0.0',
    resources: {},
    folders: {
      dev: { 'Gateway.networking.istio.io shop/web': 'dev/0', 'Gateway.gateway.networking.k8s.io web': 'dev/1' },
      prod: { 'Gateway.networking.istio.io shop/web': 'prod/0' },
    },
    published: '../../dist',
  });
});
