import { Chart } from 'cdk8s';
import {
  Access, AppProtocol, ExternalAuthorizer, GatewayApi, GatewayTls, IngressGateway, IngressGatewayProps, Istio, IstioMeshProps, MeshNamespaceProps,
  MeshPlatform, MeshService,
} from '../../lib';
import { objectsIn } from './edge-chart';
import { guardedChart, problemsOf, serviceIn } from './guarded-chart';
import { answerTo, PolicyAnswer, PolicyRequest, PolicyTarget } from './policy-request';

/** Of whom it is said who may call. */
export type Guarded = 'service' | 'namespace' | 'mesh' | 'gateway of Istio' | 'gateway of the Kubernetes Gateway API';

/** A mesh with a service `orders` in the namespace `shop`, as it is before it is rendered. */
export interface AccessScene {
  readonly chart: Chart;
  readonly orders: MeshService;
  readonly web: MeshService;
  /** whose access it is */
  readonly accessOf: (guarded: Guarded) => Access;
}

export interface SceneProps {
  readonly mesh?: IstioMeshProps;
  readonly gateway?: Partial<IngressGatewayProps>;
  readonly namespace?: MeshNamespaceProps;
  /** whether `orders` has ports whose requests the mesh does not see */
  readonly hasTcp?: boolean;
}

export function accessScene({ mesh, gateway, namespace, hasTcp = false }: SceneProps = {}): AccessScene {
  const chart = guardedChart(Istio.mesh(mesh));
  const platform = new MeshPlatform(chart.node.scope!, 'platform');
  ['ask', 'other'].forEach(name => platform.addAuthorizer(ExternalAuthorizer.grpc(name, { service: MeshService.fromHost(`${name}.policy.svc.cluster.local`, 9191) })));
  const shop = platform.addNamespace('shop', namespace);
  const morePorts = [{ port: 90, targetPort: 9090, protocol: AppProtocol.GRPC }, ...hasTcp ? [{ port: 3306, protocol: AppProtocol.MYSQL }] : []];
  const orders = serviceIn(chart, 'orders', { port: 80, targetPort: 8080, morePorts });
  const edge = (props: Partial<IngressGatewayProps>) => new IngressGateway(chart, 'edge', {
    hostnames: ['shop.example.com'], tls: GatewayTls.none(), ...props.api === undefined ? { podNamespace: 'istio-system' } : {}, ...gateway, ...props,
  }).access;
  return {
    chart,
    orders,
    web: serviceIn(chart, 'web'),
    accessOf: guarded => ({
      'service': () => orders.access,
      'namespace': () => shop.access,
      'mesh': () => platform.access,
      'gateway of Istio': () => edge({}),
      'gateway of the Kubernetes Gateway API': () => edge({ api: GatewayApi.KUBERNETES }),
    })[guarded](),
  };
}

/** What is wrong with a scene. */
export function sceneProblems({ chart }: AccessScene): string[] {
  return problemsOf(chart);
}

/** Whether an error says that something cannot be said: at once, or when all is said. */
export function isRefused(say: () => AccessScene): boolean {
  let problems: string[];
  try {
    problems = sceneProblems(say());
  } catch (error) {
    problems = [(error as Error).message];
  }
  // Each a sentence for people that names the construct, and no fault of ours.
  problems.forEach(problem => expect(problem).toMatch(/^(?:Caller|platform|shop)[^:]*: .*\.$/));
  return problems.length > 0;
}

/** All that a scene without problems renders, which an API server takes. */
export function renderedScene(scene: AccessScene): any[] {
  expect(sceneProblems(scene)).toEqual([]);
  return scene.chart.node.root.node.findAll().filter(one => Chart.isChart(one)).flatMap(chart => objectsIn(chart));
}

/** Where what is said of it is felt. */
export function targetOf(guarded: Guarded, port = 8080): PolicyTarget {
  switch (guarded) {
    case 'gateway of Istio': return { namespace: 'istio-system', labels: { istio: 'ingressgateway' }, port: 80, protocol: 'http', isGateway: true, ...DECODED };
    case 'gateway of the Kubernetes Gateway API':
      return { namespace: 'shop', labels: { 'gateway.networking.k8s.io/gateway-name': 'edge' }, port: 80, protocol: 'http', isGateway: true, ...DECODED };
    default: return { namespace: 'shop', labels: { app: 'orders', version: 'v1' }, port, protocol: port === 3306 ? 'tcp' : 'http', ...DECODED };
  }
}

/** As Istio.mesh() says. */
const DECODED = { decodesPaths: true } as const;

/** Whether a request gets in; of a request, what nothing is said of is usual. */
export function answerIn(objects: readonly any[], target: PolicyTarget, request: Partial<PolicyRequest>): PolicyAnswer['answer'] {
  return answerTo(objects, target, { ip: '10.244.0.9', method: 'GET', host: 'orders.shop', path: '/', passes: { ask: true }, ...request }).answer;
}
