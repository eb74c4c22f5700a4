import { Chart, Size, Testing } from 'cdk8s';
import { Volume } from 'cdk8s-plus-28';
import { AppProtocol, Istio, MeshApp, MeshService, MeshServiceProps, VolumeClaim } from '../../lib';
import { objectsOf, shopChart, specOf, WEB, webIn } from '../support/shop-chart';
import { refusals } from '../support/valid';

const DATA: VolumeClaim = { name: 'data', mountPath: '/var/lib/data', size: Size.gibibytes(10) };

function dbIn(chart: Chart, props: Partial<MeshServiceProps> = {}): MeshService {
  return new MeshService(chart, 'db', { image: 'registry.example.com/db:16.1', port: 5432, protocol: AppProtocol.TCP, stateful: true, storage: [DATA], ...props });
}

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

test('[F103] a stateful service is an account, two Services, and a StatefulSet for each version', () => {
  dbIn(chart).addVersion('v2', { image: 'registry.example.com/db:17.1', storage: [DATA] });
  expect((chart.toJson()).map(({ kind, metadata: { name } }) => [kind, name]).slice(0, 5)).toEqual([
    ['ServiceAccount', 'db'], ['Service', 'db'], ['Service', 'db-pods'], ['StatefulSet', 'db-v1'], ['StatefulSet', 'db-v2'],
  ]);
  expect(objectsOf(chart, 'StatefulSet').map(({ metadata, spec: { selector, serviceName, replicas } }) => [metadata.labels, selector.matchLabels, serviceName, replicas])).toEqual(
    ['v1', 'v2'].map(version => [{ app: 'db', version }, { app: 'db', version }, 'db-pods', 1]),
  );
});

test('its own host can still be routed, and each of its pods has one from the start', () => {
  dbIn(chart);
  const ports = [{ name: 'tcp', port: 5432, targetPort: 5432, appProtocol: 'tcp' }];
  expect(objectsOf(chart, 'Service').map(({ spec }) => spec)).toEqual([
    { selector: { app: 'db' }, ports }, { clusterIP: 'None', publishNotReadyAddresses: true, selector: { app: 'db' }, ports },
  ]);
});

test('a headless one has one Service, which gives each pod a host from the start', () => {
  dbIn(chart, { headless: true }).traffic.limitConnections();
  expect(objectsOf(chart, 'Service').map(({ metadata: { name }, spec }) => [name, spec])).toEqual([
    ['db', { clusterIP: 'None', publishNotReadyAddresses: true, selector: { app: 'db' }, ports: [{ name: 'tcp', port: 5432, targetPort: 5432, appProtocol: 'tcp' }] }],
  ]);
  expect(specOf(chart, 'StatefulSet').serviceName).toBe('db');
  expect(specOf(chart, 'DestinationRule').host).toBe('db.shop.svc.cluster.local');
  expect(() => MeshService.adopt(chart, 'db-pods', { port: 5432 })).not.toThrow();
});

test('a headless one whose pods have no names of their own finds those alone that are ready', () => {
  dbIn(chart, { headless: true, stateful: false, storage: undefined });
  expect(specOf(chart, 'Service').publishNotReadyAddresses).toBeUndefined();
});

test('each pod has volumes of its own, which belong to a group that its container is in', () => {
  dbIn(chart, { storage: [DATA, { name: 'log', mountPath: '/var/log/db', size: Size.mebibytes(500), storageClass: 'slow' }], storageGroup: 70 });
  const { template: { spec: { containers, securityContext, volumes } }, volumeClaimTemplates } = specOf(chart, 'StatefulSet');
  expect([containers[0].volumeMounts, securityContext, volumes]).toEqual([
    [{ name: 'data', mountPath: '/var/lib/data' }, { name: 'log', mountPath: '/var/log/db' }], { fsGroup: 70, fsGroupChangePolicy: 'OnRootMismatch', runAsNonRoot: true }, undefined,
  ]);
  expect(volumeClaimTemplates).toEqual([
    { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } } },
    { metadata: { name: 'log' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '500Mi' } }, storageClassName: 'slow' } },
  ]);
});

test('volumes that are mounted besides stay', () => {
  const [container] = dbIn(chart).version('v1').statefulSet!.containers;
  container.mount('/tmp', Volume.fromEmptyDir(chart, 'tmp', 'tmp'));
  const { spec } = specOf(chart, 'StatefulSet').template;
  expect([spec.containers[0].volumeMounts.map(({ name }: any) => name), spec.volumes]).toEqual([['data', 'tmp'], [{ name: 'tmp', emptyDir: {} }]]);
});

test('without storage, the pods only have names that stay', () => {
  dbIn(chart, { storage: undefined });
  const { template: { spec }, volumeClaimTemplates } = specOf(chart, 'StatefulSet');
  expect([spec.securityContext.fsGroup, spec.containers[0].volumeMounts, volumeClaimTemplates]).toEqual([undefined, undefined, undefined]);
});

test('pods are those of a Deployment, as "restricted" asks for', () => {
  webIn(chart);
  new MeshService(new Chart(chart.node.root, 'other', { namespace: 'other' }), 'web', { ...WEB, port: 8080, stateful: true });
  expect(specOf(Chart.of(chart.node.root.node.findChild('other')), 'StatefulSet').template).toEqual(specOf(chart, 'Deployment').template);
});

test('a version knows which of the two it is', () => {
  const [db, web] = [dbIn(chart), webIn(chart)].map(service => service.version('v1'));
  expect([db.deployment, db.statefulSet?.name, web.deployment?.name, web.statefulSet]).toEqual([undefined, 'db-v1', 'web-v1', undefined]);
  expect([MeshService.adopt(chart, 'orders', { port: 80 }).addVersion('v1')].map(({ deployment, statefulSet }) => [deployment, statefulSet])).toEqual([[undefined, undefined]]);
});

test('an API server takes it, and a stock App renders the same', () => {
  const [ours, stock] = [new MeshApp({ mesh: Istio.mesh() }), Testing.app()];
  Istio.mesh().applyTo(stock);
  const charts = [ours, stock].map(app => new Chart(app, 'shop', { namespace: 'shop' }));
  charts.forEach(each => dbIn(each).addVersion('v2', { ...WEB, storage: [DATA] }));
  expect(refusals({ 'shop.yaml': ours.synthYaml() })).toEqual([]);
  expect(charts[1].toJson()).toEqual(charts[0].toJson());
});

test('fails on storage of pods that have none of their own', () => {
  const web = webIn(chart);
  const message = (what: string): Error => new Error(`shop/web, version "v2": the pods of a Deployment have no volumes of their own, so ${what} has no effect. Leave it out, or set stateful: true on the service.`);
  expect(() => web.addVersion('v2', { ...WEB, storage: [DATA] })).toThrow(message('storage'));
  expect(() => web.addVersion('v2', { ...WEB, storageGroup: 70 })).toThrow(message('storageGroup'));
});

test('fails on a group of no storage', () => {
  expect(() => dbIn(chart, { storage: undefined, storageGroup: 70 })).toThrow(
    new Error('shop/db, version "v1": has no storage, so storageGroup has no effect. Leave it out, or set storage: [{ name: "data", ... }].'),
  );
});

test('fails on names that leave no room for those of pods, and on a host that is taken', () => {
  expect(() => dbIn(chart, { serviceName: 'a'.repeat(50) })).toThrow(
    new Error(`shop/db, version "v1": "${'a'.repeat(50)}-v1" is too long for a StatefulSet, whose name Kubernetes uses in labels. Shorten the names of service and version to 51 characters together.`),
  );
  const other = shopChart();
  MeshService.adopt(other, 'db-pods', { port: 80 });
  expect(() => dbIn(other)).toThrow(/"shop\/db-pods" already owns the host db-pods\.shop\.svc\.cluster\.local/);
});
