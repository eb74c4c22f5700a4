import { Chart } from 'cdk8s';
import { Caller, DefaultAccess, GatewayTls, IngressGateway, Istio, MeshNamespace, MeshPlatform, MeshService } from '../../../../lib';
import { answerIn, targetOf } from '../../../support/access-scene';
import { objectsIn } from '../../../support/edge-chart';
import { guardedChart, policiesOf, problemsOf, serviceIn } from '../../../support/guarded-chart';

const EDGE = 'cluster.local/ns/edge/sa/edge';
const WEB = 'cluster.local/ns/shop/sa/web';
const DENY = { defaultAccess: DefaultAccess.DENY };

interface Shop {
  readonly chart: Chart;
  readonly orders: MeshService;
  readonly edge: IngressGateway;
}

type Step = (shop: Shop) => void;

const expose: Step = ({ edge, orders }) => orders.exposeVia(edge, { hostname: 'shop.example.com' });

/** An open mesh, after some steps. */
function shopAfter(...steps: readonly Step[]): Chart {
  const chart = guardedChart(Istio.mesh({ defaultAccess: DefaultAccess.OPEN }));
  const edge = new IngressGateway(chart, 'edge', {
    hostnames: ['shop.example.com'], tls: GatewayTls.none(), podNamespace: 'edge', serviceAccount: 'edge',
  });
  const shop = { chart, edge, orders: serviceIn(chart, 'orders') };
  steps.forEach(step => step(shop));
  expect(problemsOf(chart)).toEqual([]);
  return chart;
}

function answersIn(chart: Chart): unknown[] {
  const objects = chart.node.root.node.findAll().filter(one => Chart.isChart(one)).flatMap(one => objectsIn(one));
  return [EDGE, WEB].map(peer => answerIn(objects, targetOf('service'), { peer }));
}

describe('in an open mesh, what is exposed lets in its gateway where', () => {
  test.each<[string, Step]>([
    ['its namespace lets nobody in', ({ chart }) => new MeshNamespace(chart, 'shop', DENY)],
    ['its namespace names who may call', ({ chart }) => new MeshNamespace(chart, 'shop').access.allowFrom(Caller.namespaces('pay'))],
    ['the mesh names who may call', ({ chart }) => new MeshPlatform(chart.node.root, 'platform').access.allowFrom(Caller.namespaces('pay'))],
  ])('%s, whichever is said first', (_, close) => {
    const [first, last] = [shopAfter(close, expose), shopAfter(expose, close)];
    expect([first, last].map(answersIn)).toEqual([['allowed', 403], ['allowed', 403]]);
    expect(policiesOf(last)).toEqual(policiesOf(first));
  });

  test('nobody closes anything: there is no policy, and everybody gets in', () => {
    const chart = shopAfter(expose, shop => new MeshNamespace(shop.chart, 'other', DENY));
    expect(answersIn(chart)).toEqual(['allowed', 'allowed']);
    expect(Object.keys(policiesOf(chart))).toEqual(['other/allow-nothing']);
  });
});

describe('in a namespace that lets nobody in, in an open mesh,', () => {
  const closeEdge: Step = ({ chart }) => new MeshNamespace(chart, 'closed', { ...DENY, namespaceName: 'edge' });

  test.each([['before', [closeEdge, expose]], ['after', [expose, closeEdge]]])('a gateway lets in clients, when it is said %s', (_, steps) => {
    const target = { namespace: 'edge', labels: { istio: 'ingressgateway' }, port: 8080, protocol: 'http', isGateway: true } as const;
    expect(answerIn(objectsIn(shopAfter(...steps)), target, { ip: '203.0.113.7' })).toBe('allowed');
  });

  test('who may call a service comes with the requests that it sends on', () => {
    const close: Step = ({ chart }) => new MeshNamespace(chart, 'shop', DENY);
    const send: Step = ({ chart, orders }) => {
      const web = serviceIn(chart, 'web');
      web.access.allowFrom(Caller.namespaces('app'));
      web.traffic.sendTo(orders);
    };
    const rules = [[close, send], [send, close]].map(steps => policiesOf(shopAfter(...steps))['shop/orders']?.rules);
    expect(rules).toEqual([0, 1].map(() => [{ from: [{ source: { namespaces: ['app'] } }] }]));
  });
});
