import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { HttpRoute, HttpRouteSpec } from '../../../imports/gateway.networking.k8s.io';
import { DefaultAccess } from '../../mesh/default-access';
import { serviceOf, ServiceName } from '../../mesh/private/hosts/service-host';
import type { DestinationIntent, HostPolicyIntent, HostRulesIntent, RuleIntent } from '../../mesh/private/intent';
import { lateSpec } from '../../mesh/private/late-spec';
import { notExpressible } from '../../mesh/private/not-expressible';
import type { IstioRelease } from '../istio-release';
import { serviceRouteSpec } from '../render/service-route';
import { CheckedServices } from './checked-services';
import { patchedLast } from './patched-last';
import { portRules } from './port-rules';
import { ServingWaypoint, waypointOf } from './serving-waypoint';
import { specOfAll } from './spec-of-all';
import { unkeptSetting } from './unkept-setting';

const SERVE = 'The node proxies see only connections, not requests. Let a waypoint serve the service: new Waypoint(chart, "waypoint", { services: [...] }), or run sidecars: leave out DataPlaneMode.AMBIENT.';
const SIDECARS = 'Leave it out, or run sidecars: leave out DataPlaneMode.AMBIENT.';

/** The mesh whose waypoints do what is said. */
export interface WaypointMesh {
  /** in words */
  readonly description: string;
  /** who may call where nothing is said */
  readonly defaultAccess: DefaultAccess;
  readonly release: IstioRelease;
}

/** Renders what a waypoint does with the requests for a service, which come to it from callers and gateways alike. */
export class WaypointRules {
  constructor(private readonly mesh: WaypointMesh, private readonly checked: CheckedServices) {}

  public rules(place: Construct, name: string, intent: () => HostRulesIntent): ApiObject {
    return patchedLast(new HttpRoute(place, 'Default', { metadata: { name }, spec: lateSpec(place, () => this.routeOf(place, intent())) }));
  }

  /** Whether a waypoint does what is said of the requests for a host. */
  public serves(place: Construct, host: string): boolean {
    return this.waypointOf(place, host) !== undefined;
  }

  /**
   * What a waypoint keeps to of how connections are made. Others are kept from reading it: a gateway would take the instances of the waypoint for
   * those of the service, and leave them out.
   *
   * @throws when it does not keep to all of it, or there is none
   */
  public kept(place: Construct, intent: HostPolicyIntent): HostPolicyIntent {
    const { host, policy, ports, versionOf = host } = intent;
    if (!this.serves(place, versionOf)) {
      throw this.refusal(place, 'how connections to a service are made', SERVE);
    }
    const [unkept] = [policy, ...ports.values()].flatMap(said => unkeptSetting(said) ?? []);
    if (unkept !== undefined) {
      throw this.refusal(place, unkept, SIDECARS);
    }
    return { ...intent, isPrivate: true, subsets: [] };
  }

  private routeOf(place: Construct, intent: HostRulesIntent): HttpRouteSpec {
    const { connections = [], hosts: [host], rules } = intent;
    const waypoint = this.waypointOf(place, host);
    if (waypoint === undefined) {
      throw this.refusal(place, 'what happens to requests inside of the mesh', SERVE);
    }
    if (connections.length > 0) {
      throw this.refusal(place, 'what happens to connections whose requests nobody sees', 'A waypoint passes them on to the Service. Leave out their rules, or make each version a separate service.');
    }
    const [ruled, ...more] = portRules(rules, host);
    if (more.length > 0) {
      throw this.refusal(place, `a rule for each of the ports ${[ruled, ...more].map(({ port }) => port).join(', ')}`, 'A waypoint applies the rules of only one port of a Service. Make a separate service for the other port, or run sidecars: leave out DataPlaneMode.AMBIENT.');
    }
    const service = serviceOf(host)!;
    const others = ruled.rules.flatMap(destinationsOf).filter(destination => destination.host !== host);
    this.requireBehind(place, waypoint, others);
    this.requireAsked(place, others);
    const situation = { place: place.node.path, release: this.mesh.release };
    return specOfAll(ruled.rules, some => serviceRouteSpec({ service, port: ruled.port, rules: some }, situation));
  }

  /** Pods that another waypoint serves, or none, would see the account of this one, and not who calls. */
  private requireBehind(place: Construct, waypoint: ServingWaypoint, others: readonly DestinationIntent[]): void {
    const away = others.find(({ host }) => this.waypointOf(place, host) !== waypoint);
    if (away !== undefined) {
      throw this.refusal(place, `to send on to ${away.host}`, `The waypoint "${waypoint.node.path}" does not serve it, so it would see the waypoint as the caller. Serve both by one waypoint, or run sidecars: leave out DataPlaneMode.AMBIENT.`);
    }
  }

  /** What is asked of requests that come to the other service itself is not asked of these. */
  private requireAsked(place: Construct, others: readonly DestinationIntent[]): void {
    const guarded = others.find(({ host }) => this.checked.asksMore(place, serviceOf(host)!));
    if (guarded !== undefined) {
      throw this.refusal(place, `to send on to ${guarded.host}, which denies, notes or asks for tokens,`, 'A waypoint does that for direct calls to that service, not for requests that rules of another service send to it. Let callers call it directly, or run sidecars: leave out DataPlaneMode.AMBIENT.');
    }
  }

  private waypointOf(place: Construct, host: string): ServingWaypoint | undefined {
    const service: ServiceName | undefined = serviceOf(host);
    return service && waypointOf(place, { namespace: service.namespace, service: service.name });
  }

  private refusal({ node: { path: place } }: Construct, feature: string, nearest: string): Error {
    return notExpressible({ place, feature, mesh: this.mesh.description, nearest });
  }
}

function destinationsOf(rule: RuleIntent): DestinationIntent[] {
  return 'destinations' in rule ? [...rule.destinations, ...(rule.mirrors ?? []).map(({ destination }) => destination)] : [];
}
