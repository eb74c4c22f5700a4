import { Construct } from 'constructs';
import { EnvoyFilter } from '../../imports/networking.istio.io';
import { Match } from '../mesh/match';
import { claim } from '../mesh/private/claim';
import { requireObjectName } from '../mesh/private/gateways/references';
import { inKeyOrder } from '../mesh/private/in-key-order';
import { pathBelow } from '../mesh/private/path-below';
import type { WorkloadIntent } from '../mesh/private/workload-intent';
import { IWorkload } from '../mesh/workload';
import { Istio } from './istio';
import { addFilterEntry } from './private/filter-entry';
import { claimFilterName } from './private/filter-name';
import { requireProxies, requireRequests } from './private/filtered-pods';
import { knownSpec } from './private/known-spec';
import { patchedLast } from './private/patched-last';
import type { RestrictionIntent } from './private/rate-limit-intent';
import { RequestRateIntent, requestRateIntent } from './private/request-rate-intent';
import { restrictionIntent } from './private/restriction-intent';
import { FILTER_MARK, SUPPRESS } from './render/marks-for-checks';
import { rateLimitFilterSpec } from './render/rate-limit-filter';
import { RequestRate } from './request-rate';

/** How many requests some pods get. */
export interface ProxyRateLimitProps extends RequestRate {
  /** The pods: those of a service, or of a gateway. What comes in from callers is counted, not what the pods themselves send. */
  readonly workload: IWorkload;
  /**
   * Whether answers tell clients what is left, in the headers `x-ratelimit-limit`, `x-ratelimit-remaining` and `x-ratelimit-reset`.
   *
   * @default true
   */
  readonly clientHeaders?: boolean;
  /**
   * Name of the rendered object, and of what proxies count.
   *
   * @default - the id of the construct
   */
  readonly limitName?: string;
}

/**
 * How many requests each proxy of some pods lets through; what is more is answered with 429, and with `RESOURCE_EXHAUSTED` if it is gRPC. Each
 * proxy counts by itself, and in it each port: a service of three pods gets three times as many. Of Istio only, and **coupled to the version of its
 * proxy**: what is rendered, an `EnvoyFilter`, is configuration of the proxy itself, for which Istio promises nothing. The runbook tells what to look
 * at after an upgrade.
 */
export class ProxyRateLimit extends Construct {
  private readonly rate: RequestRateIntent;
  private readonly restrictions = new Map<string, RestrictionIntent>();

  constructor(scope: Construct, id: string, props: ProxyRateLimitProps) {
    const place = pathBelow(scope, id);
    const { clientHeaders: tellsClients = true, limitName = id, workload } = props;
    const mesh = Istio._of(scope, place, FEATURE);
    const name = requireObjectName(limitName, 'a rate limit', place);
    const rate = requestRateIntent(props, place);
    const pods = workload._workload();
    requireProxies(pods, { mesh, place, feature: FEATURE });
    requireRequests(pods, { mesh, place, feature: FEATURE });
    super(scope, id);
    this.rate = rate;
    claimFilterName(this, EnvoyFilter.GVK.kind, { name, namespace: pods.namespace });
    this.claimPods(pods);
    const spec = knownSpec({ place: this, kind: EnvoyFilter.GVK.kind, release: mesh.release }, () => (
      rateLimitFilterSpec({ name, pods, rate, restrictions: inKeyOrder(this.restrictions), tellsClients })
    ));
    patchedLast(new EnvoyFilter(this, 'Default', { metadata: { name, namespace: pods.namespace, annotations: { [SUPPRESS]: FILTER_MARK } }, spec }));
    addFilterEntry(this, { kind: EnvoyFilter.GVK.kind, name, pods, trace: `"stat_prefix": "${name}"` });
  }

  /**
   * Lets fewer of some requests through. They are counted by the limit of all as well, and one that several restrictions take by each of them.
   *
   * @throws when there is one of this name, proxies cannot tell the requests from others, or it lets through no fewer than the limit of all
   */
  public restrict(name: string, requests: Match, rate: RequestRate): void {
    const place = `${this.node.path}, restriction "${name}"`;
    requireObjectName(name, 'a restriction', this.node.path);
    if (this.restrictions.has(name)) {
      throw new Error(`${place}: this name is already in use. Give each its own name.`);
    }
    this.restrictions.set(name, restrictionIntent({ name, requests, said: rate, all: this.rate }, place));
  }

  private claimPods({ namespace, podLabels, gateway }: WorkloadIntent): void {
    const pods = gateway ?? JSON.stringify(Object.entries(podLabels ?? {}).sort());
    const first = claim(`rate limit of ${namespace} ${pods}`, this);
    if (first !== this) {
      throw new Error(`${this.node.path}: "${first.node.path}" limits the requests of the same pods, but clients would see only one of the two. Set one limit, and restrict some of the requests: restrict("...", Match.path(...), {...}).`);
    }
  }
}

const FEATURE = 'a rate limit of proxies';
