import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { MutualTls } from '../../mesh/mutual-tls';
import type { AccessPolicyIntent, ConnectionSafetyIntent, TokensIntent } from '../../mesh/private/access/access-intent';
import type { AccessProvider, ObjectName } from '../../mesh/private/access/access-provider';
import { notExpressible } from '../../mesh/private/not-expressible';
import type { WorkloadIntent } from '../../mesh/private/workload-intent';
import { attached, knowsAddresses, requestsOf, toService } from './ambient-policy';
import { waypointIn, waypointOf } from './serving-waypoint';

const SERVE = 'The proxies of the nodes see connections, and no requests. Let a waypoint serve it: new Waypoint(chart, "waypoint", { services: [...] }), or leave that out.';

/**
 * Renders who may call without sidecars. The proxies of the nodes read what is said of pods, and drop what they cannot see of it; waypoints read what
 * is said of the Services that they serve, and nothing else. Gateways are proxies as ever.
 */
export class AmbientAccess implements AccessProvider {
  constructor(private readonly gateways: AccessProvider, private readonly mesh: string, private readonly rootNamespace: string) {}

  public connectionSafety(place: Construct, name: ObjectName, intent: () => ConnectionSafetyIntent): ApiObject {
    return this.gateways.connectionSafety(place, name, () => {
      const safety = intent();
      this.requireTaken(place, safety);
      return safety;
    });
  }

  public policy(place: Construct, name: ObjectName, intent: () => AccessPolicyIntent): ApiObject {
    return this.gateways.policy(place, name, () => this.policyFor(place, intent()));
  }

  public tokens(place: Construct, name: ObjectName, intent: () => TokensIntent): ApiObject {
    return this.gateways.tokens(place, name, () => {
      const { pods, issuers } = intent();
      if (isGateway(pods)) {
        return { pods, issuers };
      }
      if (waypointOf(place, pods) === undefined) {
        throw this.refusal(place, 'reading tokens of requests', SERVE);
      }
      return { pods: toService(pods), issuers };
    });
  }

  private policyFor(place: Construct, intent: AccessPolicyIntent): AccessPolicyIntent {
    const { pods } = intent;
    if (isGateway(pods)) {
      return intent;
    }
    if (pods.service === undefined) {
      this.requireKept(place, intent);
    }
    const waypoint = waypointOf(place, pods);
    if (waypoint === undefined) {
      const requests = requestsOf(intent);
      if (requests !== undefined) {
        throw this.refusal(place, requests, SERVE);
      }
      return intent;
    }
    if (knowsAddresses(intent)) {
      throw this.refusal(place, `access by addresses through the waypoint "${waypoint.node.path}"`, 'It sees addresses of tunnels alone. Name who calls, or say it of the gateway.');
    }
    return attached(intent);
  }

  /**
   * What comes through a waypoint comes with the waypoint's account, and a waypoint reads nothing of a whole namespace.
   *
   * @throws when that would get past what is said
   */
  private requireKept(place: Construct, { action, pods: { namespace }, rules }: AccessPolicyIntent): void {
    const isOfMesh = namespace === this.rootNamespace;
    if (isOfMesh && action === 'deny') {
      throw this.refusal(place, 'what is denied in the whole mesh', 'Who calls through a waypoint of any team would not be kept out. Say it of the services.');
    }
    const waypoint = waypointIn(place, isOfMesh ? undefined : namespace);
    if (waypoint !== undefined && !(isOfMesh && rules.length === 0)) {
      throw this.refusal(place, `what is said of a whole ${isOfMesh ? 'mesh' : 'namespace'} beside the waypoint "${waypoint.node.path}"`, 'A waypoint reads what is said of its services alone. Say it of each of them.');
    }
  }

  private requireTaken(place: Construct, { mode, pods, ports }: ConnectionSafetyIntent): void {
    const modes = [mode, ...ports.values()];
    if (modes.includes(MutualTls.DISABLED)) {
      throw this.refusal(place, 'taking plain text alone', 'The proxies of the nodes take both then. Say MutualTls.PERMISSIVE.');
    }
    const waypoint = pods.service === undefined ? undefined : waypointOf(place, pods);
    if (waypoint !== undefined && modes.includes(MutualTls.PERMISSIVE)) {
      throw this.refusal(place, `taking plain text behind the waypoint "${waypoint.node.path}"`, 'Plain text comes straight to the pods, which take what comes through the waypoint alone. Leave it out.');
    }
  }

  private refusal({ node: { path: place } }: Construct, feature: string, nearest: string): Error {
    return notExpressible({ place, feature, mesh: this.mesh, nearest });
  }
}

/** Of a gateway, it is known which pods do its work, and they take what comes from outside. */
function isGateway({ gateway, podLabels, ports }: WorkloadIntent): boolean {
  return gateway !== undefined || (podLabels !== undefined && ports === undefined);
}
