import { Duration } from 'cdk8s';
import { Probe } from 'cdk8s-plus-28';
import type { AccessOptions } from '../../../mesh/access-options';
import { HttpMethod } from '../../../mesh/http-method';
import { PathMatch } from '../../../mesh/path-match';
import { RetryOn } from '../../../mesh/retry-on';
import { RetryPolicy } from '../../../mesh/retry-policy';
import type { WorkloadProps } from '../../../mesh/workload-props';
import { ShopPart } from '../../shop-part';
import type { ShopServiceProps } from '../../shop-service-props';

/** The parts that are services. */
export type ShopService = Exclude<ShopPart, ShopPart.GATEWAY | ShopPart.PRODUCT_CANARY>;

/** The port that every service of the shop listens at. */
export const PORT = 8080;

/** What is said of a service, unless the user of the shop says something else. */
interface ShopDefaults extends ShopServiceProps {
  /** how often what only reads is sent once more, unless `retry` is said */
  readonly reads?: RetryPolicy;
}

/** After a try that took too long, as well: nothing is lost when a request that reads runs twice. */
const on = [RetryOn.GATEWAY_ERROR, RetryOn.RESET, RetryOn.CONNECT_FAILURE, RetryOn.REFUSED_STREAM];

export const SERVICES: Readonly<Record<ShopService, ShopDefaults>> = {
  [ShopPart.FRONTEND]: {},
  [ShopPart.API_GATEWAY]: { replicas: 3, timeout: Duration.seconds(30), reads: { attempts: 3, perTryTimeout: Duration.seconds(7), on } },
  [ShopPart.PRODUCT]: { replicas: 5 },
  [ShopPart.ORDER]: {
    replicas: 3, livenessPath: '/health', readinessPath: '/health', timeout: Duration.seconds(3), reads: { attempts: 2, perTryTimeout: Duration.seconds(1), on },
  },
  [ShopPart.INVENTORY]: {},
  [ShopPart.PAYMENT]: {},
  [ShopPart.USER]: {},
};

/** Who calls whom, for what. From these come access rules and what proxies know of hosts. */
export const EDGES: ReadonlyArray<readonly [caller: ShopService, callee: ShopService, options: AccessOptions]> = [
  [ShopPart.FRONTEND, ShopPart.API_GATEWAY, { methods: [HttpMethod.GET, HttpMethod.POST], paths: [PathMatch.below('/api')] }],
  [ShopPart.API_GATEWAY, ShopPart.PRODUCT, { methods: [HttpMethod.GET, HttpMethod.POST] }],
  [ShopPart.API_GATEWAY, ShopPart.ORDER, { methods: [HttpMethod.GET, HttpMethod.POST], paths: [PathMatch.below('/orders'), PathMatch.below('/api/order')] }],
  [ShopPart.API_GATEWAY, ShopPart.PAYMENT, { methods: [HttpMethod.POST] }],
  [ShopPart.API_GATEWAY, ShopPart.USER, { methods: [HttpMethod.GET], paths: [PathMatch.below('/api/user')] }],
  [ShopPart.ORDER, ShopPart.INVENTORY, { methods: [HttpMethod.GET, HttpMethod.POST], paths: [PathMatch.below('/check')] }],
];

/** What runs in the pods of a part: what the shop says, and what its user says instead. */
export function workloadOf(part: ShopService | ShopPart.PRODUCT_CANARY, said: ShopServiceProps): WorkloadProps {
  const defaults: ShopDefaults = part === ShopPart.PRODUCT_CANARY ? { replicas: 1, image: imageOf(ShopPart.PRODUCT, '1.1.0') } : SERVICES[part];
  const { livenessPath, readinessPath, reads: _reads, retry: _retry, timeout: _timeout, ...others } = { image: imageOf(part, '1.0.0'), ...defaults, ...said };
  const probes = part === ShopPart.ORDER
    ? { liveness: probe(livenessPath!, 10), readiness: probe(readinessPath!, 5) }
    : { livenessPath, readinessPath };
  return { ...others, ...probes };
}

function imageOf(part: ShopPart, tag: string): string {
  return `registry.example.com/shop/${part}:${tag}`;
}

function probe(path: string, delay: number): Probe {
  return Probe.fromHttpGet(path, { port: PORT, initialDelaySeconds: Duration.seconds(delay) });
}
