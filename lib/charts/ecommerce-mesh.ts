import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { ConnectionLimits } from '../mesh/connection-limits';
import { GatewayTls } from '../mesh/gateway-tls';
import { HttpMethod } from '../mesh/http-method';
import { IngressGateway } from '../mesh/ingress-gateway';
import { LoadBalancing } from '../mesh/load-balancing';
import { Match } from '../mesh/match';
import { MeshNamespace } from '../mesh/mesh-namespace';
import { MeshService } from '../mesh/mesh-service';
import { MutualTls } from '../mesh/mutual-tls';
import { OutlierEjection } from '../mesh/outlier-ejection';
import { PathMatch } from '../mesh/path-match';
import { ITraceSink } from '../mesh/trace-sink';
import { Weight } from '../mesh/weight';
import { EDGES, PORT, SERVICES, ShopService, workloadOf } from './private/ecommerce/shop-topology';
import { ShopPart } from './shop-part';
import { ShopServiceProps } from './shop-service-props';
import { ShopVersionProps } from './shop-version-props';

/** A shop. Each part can be said otherwise, and left out. */
export interface EcommerceMeshProps {
  /**
   * What is different of the service behind `/api`.
   *
   * @default - 3 pods; requests may take 30 seconds, and those that read (GET) 3 more tries of 7
   */
  readonly apiGateway?: ShopServiceProps;
  /**
   * The hostname under which orders are reached by themselves, at `/orders`.
   *
   * @default - none: only those in the mesh reach them
   */
  readonly apiHostname?: string;
  /**
   * What is different of the pages.
   *
   * @default - 2 pods
   */
  readonly frontend?: ShopServiceProps;
  /**
   * Namespace of the pods of the gateway.
   *
   * @default - that of the shop, as Helm installs it; `istioctl` installs into `istio-system`
   */
  readonly gatewayPodNamespace?: string;
  /**
   * Whether plain HTTP is answered with the same address on HTTPS. If not, a gateway with TLS opens no port for plain HTTP, where something else can
   * listen: the solver of an issuer that proves hostnames by HTTP-01.
   *
   * @default - true with TLS
   */
  readonly gatewayRedirectHttp?: boolean;
  /**
   * Name of the account that these pods run as, and by which services let the gateway in. One that they do not have keeps all requests out.
   *
   * @default - "istio-ingressgateway", as the Helm release of this name has it, in the namespace of the shop; with `gatewayPodNamespace` it is not
   * known, so that everything in that namespace is let in. `istioctl` creates "istio-ingressgateway-service-account"
   */
  readonly gatewayServiceAccount?: string;
  /**
   * The hostname of the shop.
   *
   * @default "ecommerce.example.com"
   */
  readonly hostname?: string;
  /**
   * What is different of the inventory.
   *
   * @default - 2 pods
   */
  readonly inventory?: ShopServiceProps;
  /**
   * Namespace of the shop, which it renders.
   *
   * @default "ecommerce"
   */
  readonly namespace?: string;
  /**
   * What is different of the orders.
   *
   * @default - 3 pods; requests may take 3 seconds, those that read (GET) in three tries of one second each
   */
  readonly order?: ShopServiceProps;
  /**
   * What is different of the payments.
   *
   * @default - 2 pods
   */
  readonly payment?: ShopServiceProps;
  /**
   * What is different of the first version of the products.
   *
   * @default - 5 pods
   */
  readonly product?: ShopServiceProps;
  /**
   * How many of the requests for products their second version gets.
   *
   * @default Weight.percent(10)
   */
  readonly productCanary?: Weight;
  /**
   * When an instance of the products that keeps failing gets no requests any more.
   *
   * @default - after 5 failures in a row, looked at every 30 seconds, for 30 seconds
   */
  readonly productEjection?: OutlierEjection;
  /**
   * How requests for products find their instance. Within a version: a split by weight comes first, and the same caller may get both.
   *
   * @default LoadBalancing.hashHeader('x-user-id')
   */
  readonly productLoadBalancing?: LoadBalancing;
  /**
   * How much each caller may ask of the products.
   *
   * @default - 100 connections, 10 requests that wait, 2 requests for each connection
   */
  readonly productLimits?: ConnectionLimits;
  /**
   * What is different of the second version of the products. Its requests are limited and repeated as those of the first.
   *
   * @default - 1 pod
   */
  readonly productV2?: ShopVersionProps;
  /**
   * What the gateway does with TLS. Most ways need a Secret that is not ours to create, so it has to be said; where the gateway is left out, it says
   * nothing: `GatewayTls.none()`.
   */
  readonly tls: GatewayTls;
  /**
   * Where traces go.
   *
   * @default - as the platform says
   */
  readonly traces?: ITraceSink;
  /**
   * What is different of the users.
   *
   * @default - 2 pods
   */
  readonly user?: ShopServiceProps;
  /**
   * Parts that are left out, with all their edges. Nothing else can be said of them.
   *
   * @default - none
   */
  readonly without?: ShopPart[];
}

/**
 * A shop, whole: a namespace that takes mutual TLS alone, a gateway, pages, an API behind them, products with a canary, orders, inventory, payments
 * and users, and who of them calls whom. It is a chart: services of one's own are made in it, `new MeshService(shop, 'reviews', {...})`, and
 * `shop.product.calls(reviews)` adds an edge.
 */
export class EcommerceMesh extends Chart {
  /** Its namespace. */
  public readonly meshNamespace: MeshNamespace;

  private readonly ownGateway?: IngressGateway;
  private readonly services: ReadonlyMap<ShopPart, MeshService>;
  private readonly without: ReadonlySet<ShopPart>;

  /** @throws when a prop says something of a part that is left out, or nobody says what the gateway does with TLS */
  constructor(scope: Construct, id: string, props: EcommerceMeshProps) {
    const { namespace = 'ecommerce', traces, without = [] } = props;
    super(scope, id, { namespace });
    this.without = new Set(without);
    this.requirePartsOf(props);
    this.meshNamespace = new MeshNamespace(this, 'namespace', { namespaceName: namespace });
    this.meshNamespace.access.mutualTls(MutualTls.STRICT);
    this.ownGateway = this.has(ShopPart.GATEWAY) ? this.createGateway(props) : undefined;
    this.services = new Map(this.parts().map(part => [part, this.createService(part, saidOf(part, props))]));
    this.createCanary(props);
    this.expose(props);
    for (const [caller, callee, options] of EDGES.filter(([one, other]) => this.has(one) && this.has(other))) {
      this.part(caller).calls(this.part(callee), options);
    }
    if (traces !== undefined) {
      this.meshNamespace.telemetry.traceTo(traces);
    }
  }

  /** The service behind `/api`. @throws when it was left out */
  public get apiGateway(): MeshService {
    return this.part(ShopPart.API_GATEWAY);
  }

  /** The pages. @throws when they were left out */
  public get frontend(): MeshService {
    return this.part(ShopPart.FRONTEND);
  }

  /** The gateway for requests from outside. @throws when it was left out */
  public get gateway(): IngressGateway {
    return this.ownGateway ?? this.refuse(ShopPart.GATEWAY);
  }

  /** The inventory. @throws when it was left out */
  public get inventory(): MeshService {
    return this.part(ShopPart.INVENTORY);
  }

  /** The orders. @throws when they were left out */
  public get order(): MeshService {
    return this.part(ShopPart.ORDER);
  }

  /** The payments. @throws when they were left out */
  public get payment(): MeshService {
    return this.part(ShopPart.PAYMENT);
  }

  /** The products. @throws when they were left out */
  public get product(): MeshService {
    return this.part(ShopPart.PRODUCT);
  }

  /** The users. @throws when they were left out */
  public get user(): MeshService {
    return this.part(ShopPart.USER);
  }

  private requirePartsOf(props: EcommerceMeshProps): void {
    const said = (Object.keys(ABOUT) as Array<keyof typeof ABOUT>).filter(name => props[name] !== undefined);
    const [[name, part] = []] = said.flatMap(one => ABOUT[one].filter(about => !this.has(about)).map(about => [one, about] as const));
    if (part !== undefined) {
      throw new Error(`${this.node.path}: ${name} configures ${part}, which is left out. Remove it from without: [...], or leave ${name} out.`);
    }
  }

  private parts(): ShopService[] {
    return (Object.keys(SERVICES) as ShopService[]).filter(part => this.has(part));
  }

  private has(part: ShopPart): boolean {
    return !this.without.has(part);
  }

  private part(part: ShopService): MeshService {
    return this.services.get(part) ?? this.refuse(part);
  }

  private refuse(part: ShopPart): never {
    throw new Error(`${this.node.path}: has no ${part}, which was left out. Remove it from without: [...].`);
  }

  private createService(part: ShopService, said: ShopServiceProps): MeshService {
    const service = new MeshService(this, part, { ...workloadOf(part, said), port: PORT });
    const { reads, retry, timeout } = { ...SERVICES[part], ...said };
    if (timeout !== undefined) {
      service.traffic.timeout(timeout);
    }
    if (retry !== undefined) {
      service.traffic.retry(retry);
    } else if (reads !== undefined) {
      // Of all else, only what nobody has processed yet.
      service.traffic.retry({ attempts: reads.attempts });
      service.traffic.route('reads', Match.method(HttpMethod.GET), service, { retry: reads });
    }
    return service;
  }

  private createCanary(props: EcommerceMeshProps): void {
    const { productCanary: weight = Weight.percent(10), productEjection, productLimits, productLoadBalancing, productV2 = {} } = props;
    if (!this.has(ShopPart.PRODUCT)) {
      return;
    }
    const { traffic } = this.product;
    if (this.has(ShopPart.PRODUCT_CANARY)) {
      const canary = this.product.addVersion('v2', workloadOf(ShopPart.PRODUCT_CANARY, productV2));
      traffic.split({ stable: this.product.version('v1'), canary, weight });
    }
    traffic.loadBalance(productLoadBalancing ?? LoadBalancing.hashHeader('x-user-id'));
    traffic.limitConnections(productLimits ?? { maxConnections: 100, maxPendingRequests: 10, maxRequestsPerConnection: 2 });
    traffic.ejectOutliers(productEjection);
  }

  private createGateway(props: EcommerceMeshProps): IngressGateway {
    const { apiHostname, gatewayPodNamespace: podNamespace, gatewayServiceAccount, hostname = HOSTNAME, tls } = props;
    // Without types, nobody is asked for it before.
    if ((tls as GatewayTls | undefined) === undefined) {
      throw new Error(`${this.node.path}: the TLS mode of the gateway is not set. Set tls: GatewayTls.secret("shop-certificate"), GatewayTls.certManager("letsencrypt") or GatewayTls.none().`);
    }
    const hostnames = apiHostname === undefined ? [hostname] : [hostname, apiHostname];
    // Beside the pods of the shop its namespace would tell nobody apart.
    const serviceAccount = gatewayServiceAccount ?? (podNamespace === undefined ? RELEASE : undefined);
    return new IngressGateway(this, ShopPart.GATEWAY, { hostnames, tls, podNamespace, redirectHttp: props.gatewayRedirectHttp, serviceAccount });
  }

  private expose({ apiHostname, hostname = HOSTNAME }: EcommerceMeshProps): void {
    const exposed: ReadonlyArray<readonly [part: ShopService, hostname: string | undefined, path: string]> = [
      [ShopPart.API_GATEWAY, hostname, '/api'], [ShopPart.FRONTEND, hostname, '/'], [ShopPart.ORDER, apiHostname, '/orders'],
    ];
    for (const [part, name, path] of exposed) {
      if (this.ownGateway !== undefined && name !== undefined && this.has(part)) {
        this.part(part).exposeVia(this.ownGateway, { hostname: name, path: PathMatch.prefix(path) });
      }
    }
  }
}

const HOSTNAME = 'ecommerce.example.com';

/** The Helm release whose pods have the labels that the gateway selects. Their account has its name. */
const RELEASE = 'istio-ingressgateway';

/** The parts of which each prop says something, so that it says nothing where one of them is left out. */
const ABOUT = {
  apiGateway: [ShopPart.API_GATEWAY],
  apiHostname: [ShopPart.GATEWAY, ShopPart.ORDER],
  frontend: [ShopPart.FRONTEND],
  gatewayPodNamespace: [ShopPart.GATEWAY],
  gatewayRedirectHttp: [ShopPart.GATEWAY],
  gatewayServiceAccount: [ShopPart.GATEWAY],
  hostname: [ShopPart.GATEWAY],
  inventory: [ShopPart.INVENTORY],
  order: [ShopPart.ORDER],
  payment: [ShopPart.PAYMENT],
  product: [ShopPart.PRODUCT],
  productCanary: [ShopPart.PRODUCT, ShopPart.PRODUCT_CANARY],
  productEjection: [ShopPart.PRODUCT],
  productLimits: [ShopPart.PRODUCT],
  productLoadBalancing: [ShopPart.PRODUCT],
  productV2: [ShopPart.PRODUCT, ShopPart.PRODUCT_CANARY],
  user: [ShopPart.USER],
} satisfies Partial<Record<keyof EcommerceMeshProps, ShopPart[]>>;

/** What its user says of a service. */
function saidOf(part: ShopService, props: EcommerceMeshProps): ShopServiceProps {
  const said: Readonly<Record<ShopService, ShopServiceProps | undefined>> = {
    [ShopPart.API_GATEWAY]: props.apiGateway,
    [ShopPart.FRONTEND]: props.frontend,
    [ShopPart.INVENTORY]: props.inventory,
    [ShopPart.ORDER]: props.order,
    [ShopPart.PAYMENT]: props.payment,
    [ShopPart.PRODUCT]: props.product,
    [ShopPart.USER]: props.user,
  };
  return said[part] ?? {};
}
