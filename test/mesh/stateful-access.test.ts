import { App, Chart } from 'cdk8s';
import { AuthorizationPolicy } from '../../imports/security.istio.io';
import { DefaultAccess, Istio, MeshService } from '../../lib';

const image = 'registry.example.com/queue:1.0';

test('members of a stateful service may call each other where nobody is let in by default', () => {
  const chart = chartOf(DefaultAccess.DENY);

  new MeshService(chart, 'queue', { image, port: 9092, stateful: true });

  expect(policies(chart)).toEqual([{
    rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/queue'] } }] }],
    selector: { matchLabels: { app: 'queue' } },
  }]);
});

test.each<[string, DefaultAccess, object]>([
  ['everybody is let in', DefaultAccess.OPEN, { stateful: true }],
  ['it has no members', DefaultAccess.DENY, {}],
  ['its pods have no proxies', DefaultAccess.DENY, { stateful: true, inMesh: false }],
])('nothing has to be said of it where %s', (_, access, props) => {
  const chart = chartOf(access);

  new MeshService(chart, 'queue', { image, port: 9092, ...props });

  expect(policies(chart)).toEqual([]);
});

function chartOf(defaultAccess: DefaultAccess): Chart {
  const app = new App();
  Istio.mesh({ defaultAccess }).applyTo(app);
  return new Chart(app, 'shop', { namespace: 'shop' });
}

function policies(chart: Chart): unknown[] {
  const { kind } = AuthorizationPolicy.GVK;
  return (chart.toJson() as { kind: string; spec: unknown }[]).filter(object => object.kind === kind).map(({ spec }) => spec);
}
