import { Chart } from 'cdk8s';
import { Telemetry } from '../../../../imports/telemetry.istio.io';
import { Istio, MeshApp, MeshPlatform, Percent } from '../../../../lib';
import { webIn } from '../../../support/shop-chart';

const TARGET = { kind: 'Gateway', group: 'gateway.networking.k8s.io', name: 'edge' };

function shop() {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const platform = new MeshPlatform(app, 'platform');
  return { app, platform, namespace: platform.addNamespace('shop'), chart: new Chart(app, 'shop', { namespace: 'shop' }) };
}

test.each<[string, object, boolean]>([
  ['all of the namespace', {}, true],
  ['some pods', { selector: { matchLabels: { app: 'web' } } }, false],
  ['a gateway', { targetRefs: [TARGET] }, false],
  ['a gateway, in the old way', { targetRef: TARGET }, false],
])('[F081] another object for %s is judged', (_, spec, isSecond) => {
  const { app, namespace, chart } = shop();
  namespace.telemetry.sample(Percent.of(1));
  new Telemetry(chart, 'other', { metadata: { name: 'other' }, spec });
  expect(app.node.validate()).toEqual(isSecond ? [
    'shop/other: Telemetry "other" configures telemetry for all of "shop", as "platform/shop" does, and the mesh reads only the older of the two. Set it there and leave this object out.',
  ] : []);
});

test('[F081] the namespace of the mesh is one as well', () => {
  const { app, platform } = shop();
  platform.telemetry.sample(Percent.of(1));
  new Telemetry(new Chart(app, 'root', { namespace: 'istio-system' }), 'other', { metadata: { name: 'other' } });
  expect(app.node.validate()).toEqual([
    'root/other: Telemetry "other" configures telemetry for all of "istio-system", as "platform" does, and the mesh reads only the older of the two. Set it there and leave this object out.',
  ]);
});

test('[F081] nobody minds where nothing is said of the whole, or elsewhere', () => {
  const { app, namespace, chart } = shop();
  webIn(chart).telemetry.sample(Percent.of(1));
  new Telemetry(chart, 'other', { metadata: { name: 'other' } });
  expect(app.node.validate()).toEqual([]);
  namespace.telemetry.sample(Percent.of(1));
  expect(app.node.validate()).toHaveLength(1);
});
