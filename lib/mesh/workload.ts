import type { WorkloadIntent } from './private/workload-intent';

/** Pods that something can be said of: those of a service, or of a gateway. */
export interface IWorkload {
  /** @throws when no policy could find them @internal */
  _workload(): WorkloadIntent;
}
