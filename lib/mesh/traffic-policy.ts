import { ClientTls } from './client-tls';
import { ConnectionLimits } from './connection-limits';
import { LoadBalancing } from './load-balancing';
import { Locality } from './locality';
import { OutlierEjection } from './outlier-ejection';
import { limitsIntent, USUAL_LIMITS } from './private/policy/connection-limits-intent';
import { ejectionIntent } from './private/policy/outlier-ejection-intent';
import type { TrafficPolicyIntent } from './private/policy/traffic-policy-intent';

/**
 * How callers make connections, and share requests among instances: of a whole service, of one of its versions, or of one of its ports.
 *
 * What a version or a port says with a verb replaces what the service says with the same verb, all of it; the rest stays as the service says
 * it. Where a version and a port say the same verb, the version wins. Renders the `trafficPolicy` of the service's `DestinationRule`, of one of
 * its subsets, or of its `portLevelSettings`.
 */
export class TrafficPolicy {
  /** @internal */
  public static _of(owner: TrafficPolicyOwner): TrafficPolicy {
    return new TrafficPolicy(owner);
  }

  private said: TrafficPolicyIntent = {};

  private constructor(private readonly owner: TrafficPolicyOwner) {}

  /** Says how callers encrypt connections, instead of what the mesh finds out by itself. @throws when that was said before */
  public clientTls(tls: ClientTls): void {
    this.say('clientTls', { tls: tls._intent });
  }

  /**
   * Leaves out instances that keep failing, and tries them again later. Without more words: after 5 failures in a row, for 30 seconds, at most
   * half of the instances.
   *
   * @throws when that was said before, or nobody would ever be left out
   */
  public ejectOutliers(ejection: OutlierEjection = {}): void {
    this.say('ejectOutliers', { ejection: ejectionIntent(ejection, `${this.owner.place}, ejectOutliers`) });
  }

  /**
   * Limits how much each caller may ask for at once. Without limits named: 100 connections, each made within 10 seconds and for 2 requests, 50
   * requests that wait, 100 that are under way.
   *
   * @throws when that was said before, or limits are given that limit nothing
   */
  public limitConnections(limits: ConnectionLimits = USUAL_LIMITS): void {
    this.say('limitConnections', { limits: limitsIntent(limits, `${this.owner.place}, limitConnections`) });
  }

  /** Says which instance gets a request. @throws when that was said before */
  public loadBalance(balancing: LoadBalancing): void {
    this.say('loadBalance', { balancing: balancing._intent });
  }

  /** Says what counts that instances run in regions and zones. @throws when that was said before */
  public locality(locality: Locality): void {
    this.say('locality', { locality: locality._intent });
  }

  /** @internal */
  public _intent(): TrafficPolicyIntent | undefined {
    return Object.keys(this.said).length === 0 ? undefined : this.said;
  }

  private say(verb: string, intent: TrafficPolicyIntent): void {
    if (Object.keys(intent).some(aspect => aspect in this.said)) {
      throw new Error(`${this.owner.place}: ${verb} is already set. Set it once, with all its options; a version or a port may have its own.`);
    }
    this.said = { ...this.said, ...intent };
    this.owner.begin();
  }
}

/** What the owner of a policy tells it. */
export interface TrafficPolicyOwner {
  /** path of the construct, and which version or port of it */
  readonly place: string;
  /** makes the object that holds the policy */
  readonly begin: () => void;
}
