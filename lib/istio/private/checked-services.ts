import { IConstruct } from 'constructs';
import type { AccessPolicyIntent } from '../../mesh/private/access/access-intent';
import { boundaryOf } from '../../mesh/private/boundary';
import type { ServiceName } from '../../mesh/private/hosts/service-host';
import type { WorkloadIntent } from '../../mesh/private/workload-intent';

/** What is asked of requests. */
export type Check = Pick<AccessPolicyIntent, 'pods'> & Partial<Pick<AccessPolicyIntent, 'action'>>;

/**
 * Services of whose requests something is asked. A waypoint asks it where requests come to the Service, and not of those that the rules of another
 * Service send on there.
 */
export class CheckedServices {
  private readonly checks = new WeakMap<IConstruct, Array<() => Check>>();

  /** @param check what a policy says in the end; without an action, it reads tokens */
  public add(place: IConstruct, check: () => Check): void {
    const boundary = boundaryOf(place);
    this.checks.set(boundary, [...this.checks.get(boundary) ?? [], check]);
  }

  /** Whether more is asked of requests for a service than who sends them. */
  public asksMore(place: IConstruct, service: ServiceName): boolean {
    return (this.checks.get(boundaryOf(place)) ?? []).map(check => check()).some(({ pods, action }) => action !== 'allow' && isOf(pods, service));
  }
}

function isOf({ namespace, service }: WorkloadIntent, { name, namespace: home }: ServiceName): boolean {
  return service === name && namespace === home;
}
