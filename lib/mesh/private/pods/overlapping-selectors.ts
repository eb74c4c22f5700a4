import { PodIndex } from './pod-index';
import { RunsPods, selects } from './rendered-pods';

/**
 * The problems of workloads that select pods of one another. Versions of our services are apart by themselves: both `app` and `version` are their
 * own.
 */
export function overlaps(workloads: readonly RunsPods[]): string[] {
  const index = new PodIndex(workloads);
  return workloads.flatMap(workload => {
    const { namespace, path, selector = {} } = workload;
    const others = index.near(namespace, selector.matchLabels ?? {}).filter(other => other !== workload && selects(selector, other.podLabels));
    return others.map(other => (
      `${path}: selects the pods of "${other.path}" as well, so an autoscaler, for example, counts them as its own. Select by labels that only its own pods have, such as app and version.`
    ));
  });
}
