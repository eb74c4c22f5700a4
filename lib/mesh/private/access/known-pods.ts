import { IConstruct } from 'constructs';
import type { WorkloadIntent } from '../workload-intent';

/** The pods of something that has proxies; undefined: it has none, or nobody here knows them. */
export function knownPods(inhabitant: IConstruct & { _workload?(): WorkloadIntent }): WorkloadIntent | undefined {
  try {
    return inhabitant._workload?.();
  } catch {
    return undefined;
  }
}
