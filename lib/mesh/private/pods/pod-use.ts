import { Workload } from 'cdk8s-plus-28';
import type { PodIntent } from './pod-intent';

/** What the containers of a workload take for themselves, so that a proxy beside them cannot have it. */
export function useOf({ containers, securityContext }: Workload): Required<Pick<PodIntent, 'ports' | 'users'>> {
  const users = [securityContext.user, ...containers.map(container => container.securityContext.user)];
  return {
    ports: containers.flatMap(({ ports }) => ports.map(({ number }) => number)),
    users: users.filter(user => user !== undefined),
  };
}
