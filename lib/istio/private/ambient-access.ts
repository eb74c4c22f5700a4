import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { MutualTls } from '../../mesh/mutual-tls';
import type { AccessPolicyIntent, ConnectionSafetyIntent, TokensIntent } from '../../mesh/private/access/access-intent';
import type { AccessProvider, ObjectName } from '../../mesh/private/access/access-provider';
import { notExpressible } from '../../mesh/private/not-expressible';
import type { InstallIntent } from '../../mesh/private/platform/install-intent';
import type { WorkloadIntent } from '../../mesh/private/workload-intent';
import { attached, knowsAddresses, requestsOf, toTarget } from './ambient-policy';
import { CheckedServices } from './checked-services';
import { ServingWaypoint, waypointIn, waypointOf, wholeWaypoint } from './serving-waypoint';

const SERVE = 'The node proxies see only connections, not requests. Let a waypoint serve it: new Waypoint(chart, "waypoint", { services: [...] }), or leave that out.';

/**
 * Renders who may call without sidecars. The proxies of the nodes read what is said of pods, and drop what they cannot see of it; waypoints read what
 * is said of the Services that they serve, and nothing else. Gateways are proxies as ever.
 */
export class AmbientAccess implements AccessProvider {
  /** services that ask more of requests than who sends them */
  public readonly checked = new CheckedServices();

  constructor(private readonly gateways: AccessProvider, private readonly mesh: string, private readonly rootNamespace: string) {}

  public get asksSeveral(): boolean {
    return this.gateways.asksSeveral;
  }

  public get unresolvedPaths(): string | undefined {
    return this.gateways.unresolvedPaths;
  }

  public knownAuthorizers(install: InstallIntent, place: string): readonly string[] {
    return this.gateways.knownAuthorizers(install, place);
  }

  public connectionSafety(place: Construct, name: ObjectName, intent: () => ConnectionSafetyIntent): ApiObject {
    return this.gateways.connectionSafety(place, name, () => {
      const safety = intent();
      this.requireTaken(place, safety);
      return safety;
    });
  }

  public policy(place: Construct, name: ObjectName, intent: () => AccessPolicyIntent): ApiObject {
    this.checked.add(place, intent);
    return this.gateways.policy(place, name, () => this.policyFor(place, intent()));
  }

  public tokens(place: Construct, name: ObjectName, intent: () => TokensIntent): ApiObject {
    this.checked.add(place, () => ({ pods: intent().pods }));
    return this.gateways.tokens(place, name, () => {
      const { pods, issuers } = intent();
      if (isGateway(pods)) {
        return { pods, issuers };
      }
      const waypoint = this.waypointOf(place, pods);
      if (waypoint === undefined) {
        throw this.refusal(place, 'reading tokens of requests', SERVE);
      }
      return { pods: toTarget(pods, waypoint.waypointName), issuers };
    });
  }

  private policyFor(place: Construct, intent: AccessPolicyIntent): AccessPolicyIntent {
    const { pods } = intent;
    if (isGateway(pods)) {
      return intent;
    }
    const waypoint = this.waypointOf(place, pods);
    if (pods.service === undefined && waypoint === undefined) {
      this.requireKept(place, intent);
    }
    if (waypoint === undefined) {
      const requests = requestsOf(intent);
      if (requests !== undefined) {
        throw this.refusal(place, requests, SERVE);
      }
      return intent;
    }
    if (knowsAddresses(intent)) {
      throw this.refusal(place, `access by addresses through the waypoint "${waypoint.node.path}"`, 'It sees only addresses of tunnels. Name the callers, or set it on the gateway.');
    }
    return attached(intent, waypoint.waypointName);
  }

  /**
   * What comes through a waypoint comes with the waypoint's account, and a waypoint reads nothing of a whole namespace.
   *
   * @throws when that would get past what is said
   */
  private requireKept(place: Construct, { action, pods: { namespace }, rules }: AccessPolicyIntent): void {
    const isOfMesh = namespace === this.rootNamespace;
    if (isOfMesh && action === 'deny') {
      throw this.refusal(place, 'a denial for the whole mesh', 'Callers through a waypoint of any team would not be denied. Set it on the services.');
    }
    const waypoint = waypointIn(place, isOfMesh ? undefined : namespace);
    if (waypoint !== undefined && !(isOfMesh && rules.length === 0)) {
      throw this.refusal(place, `access of a whole ${isOfMesh ? 'mesh' : 'namespace'} beside the waypoint "${waypoint.node.path}"`, 'A waypoint of single services reads only their own rules. Set it on each of them.');
    }
  }

  private requireTaken(place: Construct, { mode, pods, ports }: ConnectionSafetyIntent): void {
    const modes = [mode, ...ports.values()];
    if (modes.includes(MutualTls.DISABLED)) {
      throw this.refusal(place, 'accepting only plain text', 'The node proxies then accept both. Use MutualTls.PERMISSIVE.');
    }
    const waypoint = this.waypointOf(place, pods);
    if (waypoint !== undefined && modes.includes(MutualTls.PERMISSIVE)) {
      throw this.refusal(place, `accepting plain text behind the waypoint "${waypoint.node.path}"`, 'Plain text goes directly to the pods, which accept only traffic through the waypoint. Leave it out.');
    }
  }

  /** What requests for a service pass, or for all of a namespace. What holds in the whole mesh passes none. */
  private waypointOf(place: Construct, pods: WorkloadIntent): ServingWaypoint | undefined {
    if (pods.service !== undefined) {
      return waypointOf(place, pods);
    }
    return pods.namespace === this.rootNamespace ? undefined : wholeWaypoint(place, pods.namespace);
  }

  private refusal({ node: { path: place } }: Construct, feature: string, nearest: string): Error {
    return notExpressible({ place, feature, mesh: this.mesh, nearest });
  }
}

/** Of a gateway, it is known which pods do its work, and they take what comes from outside. */
function isGateway({ gateway, podLabels, ports }: WorkloadIntent): boolean {
  return gateway !== undefined || (podLabels !== undefined && ports === undefined);
}
