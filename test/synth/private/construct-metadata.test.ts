import { ApiObject, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { constructMetadata } from '../../../lib/synth/private/construct-metadata';

test('every object that a construct renders has its path', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const construct = new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web-svc' } });
  expect(constructMetadata([{ chart, objects: [{ manifest: {}, origin: 'shop/web', construct }] }])).toBe('{"version":"1.0.0","resources":{"web-svc":{"path":"shop/web"}}}');
});

test('of a chart that renders itself, every construct has its path, but for those of charts inside of it', () => {
  const chart = new Chart(Testing.app(), 'shop');
  new ApiObject(new Construct(chart, 'group'), 'web', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web-svc' } });
  new ApiObject(new Chart(chart, 'inner'), 'db', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db-svc' } });
  expect(constructMetadata([{ chart, objects: [{ manifest: {}, origin: 'shop' }] }])).toBe('{"version":"1.0.0","resources":{"web-svc":{"path":"shop/group/web"}}}');
});
