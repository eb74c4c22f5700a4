import { ApiObject, Chart, Testing } from 'cdk8s';
import { constructMetadata } from '../../../lib/synth/private/construct-metadata';

test('every object that a construct renders has its path', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const construct = new ApiObject(chart, 'web', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web-svc' } });
  const objects = [{ manifest: {}, origin: 'shop/web', construct }, { manifest: { metadata: { name: 'by-hand' } }, origin: 'shop' }];
  expect(constructMetadata([{ chart, objects }])).toBe('{"version":"1.0.0","resources":{"web-svc":{"path":"shop/web"}}}');
});
