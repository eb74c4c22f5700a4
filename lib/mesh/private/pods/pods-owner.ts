import type { Workload } from 'cdk8s-plus-28';

/** Makes a service the one whose mesh side the pods are. @throws with both paths when another one is */
export function claimPods(workload: Workload & { [OWNER]?: string }, path: string): void {
  const first = workload[OWNER];
  if (first !== undefined) {
    throw new Error(`${path}: the pods of "${workload.node.path}" already belong to "${first}", and pods are configured in one place. Set it there.`);
  }
  workload[OWNER] = path;
}

/** Whichever copy of this package has claimed them. */
const OWNER = Symbol.for('cdk8s-mesh.PodsOwner');
