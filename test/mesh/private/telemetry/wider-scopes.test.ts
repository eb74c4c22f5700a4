import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshPlatform } from '../../../../lib';
import { platformOf, widerScopes } from '../../../../lib/mesh/private/telemetry/wider-scopes';

function app() {
  return new MeshApp({ mesh: Istio.mesh() });
}

test('of a service, the mesh is wider than its namespace', () => {
  const platform = new MeshPlatform(app(), 'platform');
  const namespace = platform.addNamespace('shop');
  const shop = new Chart(platform.node.scope!, 'shop', { namespace: 'shop' });
  expect(widerScopes(shop, 'service', () => 'shop')).toEqual([platform.telemetry._rules, namespace.telemetry._rules]);
  expect(widerScopes(shop, 'gateway', () => 'other')).toEqual([platform.telemetry._rules]);
});

test('of a namespace it is the mesh, and of the mesh nothing', () => {
  const platform = new MeshPlatform(app(), 'platform');
  const fail = () => {
    throw new Error('nobody asks for the namespace');
  };
  expect(widerScopes(platform, 'namespace', fail)).toEqual([platform.telemetry._rules]);
  expect(widerScopes(platform, 'mesh', fail)).toEqual([]);
});

test('what another environment says is not wider', () => {
  const ours = app();
  new MeshPlatform(ours.environment('dev'), 'platform');
  const chart = new Chart(ours.environment('prod'), 'shop', { namespace: 'shop' });
  expect(widerScopes(chart, 'service', () => 'shop')).toEqual([]);
  expect(platformOf(chart)).toBeUndefined();
});
