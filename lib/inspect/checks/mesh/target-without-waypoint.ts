import { waypointUsage } from '../../mesh/waypoint-usage';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const targetWithoutWaypoint = meshRule('MESH078', 'warning', ['target-without-waypoint', 'A policy targets a Service that has no waypoint, where nobody enforces it.']);

const POLICIES = ['AuthorizationPolicy', 'RequestAuthentication'].map(kind => `security.istio.io/${kind}`);

/** Policies for a Service, which sidecars do not read. */
export const targetWithoutWaypointCheck = defineCheck({
  rules: [targetWithoutWaypoint],
  kinds: POLICIES,
  fields: ['targetRef', 'targetRefs'],
  reads: ['Service', 'Namespace'],
  * judge({ spec, namespace }, { set }) {
    const targets = [spec.at('targetRef'), ...spec.at('targetRefs').items()].filter(target => target.at('kind').text === 'Service');
    for (const name of targets.map(target => target.at('name'))) {
      const usage = waypointUsage(set, namespace, name.text ?? '');
      if (usage === 'unknown') {
        yield { undecided: targetWithoutWaypoint, unknown: `namespace ${namespace}` };
      } else if (usage === 'none') {
        yield {
          rule: targetWithoutWaypoint,
          path: name.path,
          message: `neither Service ${namespace}/${name.text} nor its namespace uses a waypoint, and sidecars pass over a policy for a Service`,
          repair: 'label the Service with istio.io/use-waypoint, or select the pods instead',
        };
      }
    }
  },
});
