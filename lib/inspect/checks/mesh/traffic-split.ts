import { isOfFlagger } from '../../mesh/flagger-services';
import { serviceHost } from '../../mesh/hosts';
import type { ObjectSet } from '../../mesh/object-set';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const trafficSplit = meshRule('MESH034', 'error', [
  'traffic-split', 'A TrafficSplit has a version that is not served, or splits a Service that does not exist.',
], ['CRD010']);

/** The versions that linkerd-smi and the SDK of SMI serve. */
const SERVED = ['v1alpha2', 'v1alpha4'];

/** TrafficSplits that split nothing. */
export const trafficSplitCheck = defineCheck({
  rules: [trafficSplit],
  kinds: ['split.smi-spec.io/TrafficSplit'],
  reads: ['Service', 'flagger.app/Canary', 'apiextensions.k8s.io/CustomResourceDefinition'],
  * judge(split, { set }) {
    const [, version = ''] = (split.reference.apiVersion ?? '').split('/');
    if (!SERVED.includes(version)) {
      yield {
        rule: trafficSplit,
        severity: version === 'v1alpha1' && isServed(set, version) ? 'warning' : 'error',
        path: ['apiVersion'],
        message: `${version} is not served: linkerd-smi serves v1alpha2, and no mesh has TrafficSplits without an extension`,
        repair: 'write split.smi-spec.io/v1alpha2 with whole weights, or an HTTPRoute',
      };
    }
    yield* apexOf(split, set);
  },
});

function* apexOf({ spec, namespace }: Resource, set: ObjectSet): Judgement {
  const { text: apex, path } = spec.at('service');
  if (apex === undefined || set.knows('Service', namespace, apex) || isOfFlagger(set, serviceHost(set, apex, namespace))) {
    return;
  }
  if (!isRepresented(set, namespace)) {
    yield { undecided: trafficSplit, unknown: `namespace ${namespace}` };
    return;
  }
  yield {
    rule: trafficSplit,
    path,
    message: `the apex Service ${namespace}/${apex}, which clients call and whose requests are split, is not in the input`,
    repair: 'add the Service, with a selector that matches the pods of all versions',
  };
}

/** Whether the definition of the kind is in the input and serves a version: then somebody has chosen to have it. */
function isServed(set: ObjectSet, version: string): boolean {
  return set.of('apiextensions.k8s.io/CustomResourceDefinition').some(({ name, spec }) => (
    name === 'trafficsplits.split.smi-spec.io'
    && spec.at('versions').items().some(one => one.at('name').text === version && one.at('served').value === true)
  ));
}
