import { isRepresented } from '../../mesh/represented-namespaces';
import { SERVICE_POLICIES, targetsOfKind } from '../../mesh/targeted-services';
import { waypointUsage } from '../../mesh/waypoint-usage';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const targetWithoutWaypoint = meshRule('MESH078', 'warning', ['target-without-waypoint', 'A policy targets a Service without a waypoint, so it is not enforced.']);

/** Policies for a Service, which sidecars do not read. Of one for a Service that is not there MESH116 speaks. */
export const targetWithoutWaypointCheck = defineCheck({
  rules: [targetWithoutWaypoint],
  kinds: SERVICE_POLICIES,
  fields: ['targetRef', 'targetRefs'],
  reads: ['Service', 'Namespace'],
  * judge(policy, { set }) {
    const { namespace } = policy;
    const names = targetsOfKind(policy, 'Service').map(target => target.at('name'));
    for (const name of names.filter(({ text = '' }) => !isRepresented(set, namespace) || set.knows('Service', namespace, text))) {
      const usage = waypointUsage(set, namespace, name.text ?? '');
      if (usage === 'unknown') {
        yield { undecided: targetWithoutWaypoint, unknown: set.find('Service', namespace, name.text ?? '') === undefined ? `Service ${namespace}/${name.text ?? ''}` : `namespace ${namespace}` };
      } else if (usage === 'none') {
        yield {
          rule: targetWithoutWaypoint,
          path: name.path,
          message: `neither Service ${namespace}/${name.text} nor its namespace uses a waypoint, and sidecars ignore policies that target a Service`,
          repair: 'label the Service with istio.io/use-waypoint, or select the pods instead',
        };
      }
    }
  },
});
