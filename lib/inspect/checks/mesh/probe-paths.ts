import { groupBy } from '../../group-by';
import type { Field } from '../../mesh/field';
import { perSet } from '../../mesh/object-set';
import { isOwned } from '../../mesh/pods';
import { applicationContainers, podsOf } from '../../mesh/workload-containers';
import { allWorkloads, Workload, workloadOf, WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const probePath = meshRule('MESH032', 'warning', ['probe-path', 'Versions of one application have different readiness probe paths.']);

/** Versions of one application of which one has another path for its readiness. */
export const probePathsCheck = defineCheck({
  rules: [probePath],
  kinds: WORKLOAD_KINDS,
  fields: ['readinessProbe'],
  * judge(resource, { set }) {
    const workload = workloadOf(resource);
    const own = isOwned(set, workload) ? undefined : readinessPath(workload);
    const first = firstOfApp(set).get(appOf(workload));
    if (own === undefined || first === undefined || readinessPath(first)!.text === own.text) {
      return;
    }
    yield {
      rule: probePath,
      path: own.path,
      message: `the readiness probe uses ${own.text}, but ${first.resource.fullName} of the same application uses ${readinessPath(first)!.text}`,
      repair: 'probe all versions at the path that the application serves',
    };
  },
});

/** Of each application the workload that comes first by name. */
const firstOfApp = perSet((set): ReadonlyMap<string, Workload> => {
  const probed = allWorkloads(set).filter(workload => (
    workload.labels.app !== undefined && readinessPath(workload) !== undefined && !isOwned(set, workload)
  ));
  return new Map([...groupBy(probed, appOf)].map(([app, workloads]) => (
    [app, workloads.reduce((one, other) => (other.resource.name < one.resource.name ? other : one))]
  )));
});

function appOf({ namespace, labels }: Workload): string {
  return `${namespace}/${labels.app ?? ''}`;
}

function readinessPath(workload: Workload): Field | undefined {
  return applicationContainers(podsOf(workload)).map(container => container.at('readinessProbe', 'httpGet', 'path')).find(({ text }) => text !== undefined);
}
