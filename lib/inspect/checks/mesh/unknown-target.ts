import type { Field } from '../../mesh/field';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { clustersOf, ObjectSet } from '../../mesh/object-set';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { SERVICE_POLICIES } from '../../mesh/targeted-services';
import { showsWaypointsOf } from '../../mesh/waypoints';
import { nameMeant } from '../../nearest';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const unknownTarget = meshRule('MESH116', 'error', ['unknown-target', 'A policy targets an object that is not there, and holds nowhere.']);

/** Policies for a Service, ServiceEntry or Gateway. Of a GatewayClass nothing is said, since istiod makes them itself. */
export const unknownTargetCheck = defineCheck({
  rules: [unknownTarget],
  kinds: [
    ...SERVICE_POLICIES, 'telemetry.istio.io/Telemetry', 'networking.istio.io/EnvoyFilter', 'extensions.istio.io/WasmPlugin', 'extensions.istio.io/TrafficExtension',
  ],
  fields: ['targetRef', 'targetRefs'],
  reads: ['Service', 'networking.istio.io/ServiceEntry', KUBERNETES_GATEWAY],
  * judge(policy, { set }) {
    for (const target of [policy.spec.at('targetRef'), ...policy.spec.at('targetRefs').items()]) {
      yield* judgeTarget(policy, target, set);
    }
  },
});

/** The kinds of targets that others make, and whether one that a set does not show in a namespace is not there. */
const TARGETS: Readonly<Record<string, (set: ObjectSet, namespace: string) => boolean>> = {
  'Service': isRepresented,
  'networking.istio.io/ServiceEntry': set => set.settings.complete,
  [KUBERNETES_GATEWAY]: showsWaypointsOf,
};

function* judgeTarget(policy: Resource, target: Field, set: ObjectSet): Judgement {
  const { namespace } = policy;
  const [kind, name] = [kindOf(target), target.at('name')];
  const isShown = Object.hasOwn(TARGETS, kind) ? TARGETS[kind] : undefined;
  if (isShown === undefined || !name.isFilled || clustersOf(set).some(cluster => cluster.knows(kind, namespace, name.text ?? ''))) {
    return;
  }
  const object = `${kind.slice(kind.indexOf('/') + 1)} ${namespace}/${name.text}`;
  if (!isShown(set, namespace)) {
    yield { undecided: unknownTarget, unknown: object };
    return;
  }
  const near = nameMeant(name.text ?? '', set.of(kind).filter(one => one.namespace === namespace).map(one => one.name));
  yield {
    rule: unknownTarget,
    path: name.path,
    severity: SERVICE_POLICIES.includes(policy.kind) ? 'error' : 'warning',
    message: `the input shows no ${object}, without which the policy holds nowhere`,
    repair: near === undefined ? `correct the name, add it, or say --assume '${object}' if it is elsewhere` : `did you mean "${near}"?`,
  };
}

function kindOf(target: Field): string {
  const [group, kind] = ['group', 'kind'].map(key => target.at(key).text ?? '');
  return group === '' || group === 'core' ? kind : `${group}/${kind}`;
}
