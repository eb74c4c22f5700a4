import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { serviceHost } from '../../mesh/hosts';
import { namesIn } from '../../mesh/names-of-kind';
import { clustersOf, ObjectSet } from '../../mesh/object-set';
import { mayHaveOtherObjects } from '../../mesh/pod-makers';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { SERVICE_POLICIES } from '../../mesh/targeted-services';
import { showsWaypointsOf } from '../../mesh/waypoints';
import { nameMeant } from '../../nearest';
import { CheckContext, defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const unknownTarget = meshRule('MESH116', 'error', ['unknown-target', 'A policy targets an object that does not exist, so it has no effect.']);

/** Policies for a Service, ServiceEntry or Gateway. Of a GatewayClass nothing is said, since istiod makes them itself. */
export const unknownTargetCheck = defineCheck({
  rules: [unknownTarget],
  kinds: [
    ...SERVICE_POLICIES, 'telemetry.istio.io/Telemetry', 'networking.istio.io/EnvoyFilter', 'extensions.istio.io/WasmPlugin', 'extensions.istio.io/TrafficExtension',
  ],
  fields: ['targetRef', 'targetRefs'],
  reads: ['Service', 'networking.istio.io/ServiceEntry', KUBERNETES_GATEWAY, 'flagger.app/Canary'],
  * judge(policy, { set, schemas }) {
    for (const target of [policy.spec.at('targetRef'), ...policy.spec.at('targetRefs').items()]) {
      yield* judgeTarget(policy, target, { set, schemas });
    }
  },
});

type Asked = Pick<CheckContext, 'set' | 'schemas'>;

/** The kinds of targets that others make, and whether one that a set does not show in a namespace is not there. */
const TARGETS: Readonly<Record<string, (asked: Asked, namespace: string) => boolean>> = {
  'Service': ({ set, schemas }, namespace) => isRepresented(set, namespace) && !mayHaveOtherObjects(set, schemas, namespace),
  'networking.istio.io/ServiceEntry': ({ set }) => set.settings.complete,
  [KUBERNETES_GATEWAY]: ({ set }, namespace) => showsWaypointsOf(set, namespace),
};

function* judgeTarget(policy: Resource, target: Field, asked: Asked): Judgement {
  const [{ set }, { namespace }] = [asked, policy];
  const [kind, name] = [kindOf(target), target.at('name')];
  const isShown = Object.hasOwn(TARGETS, kind) ? TARGETS[kind] : undefined;
  if (isShown === undefined || !name.isFilled || isThere(set, kind, { namespace, name: name.text ?? '' })) {
    return;
  }
  const object = `${kind.slice(kind.indexOf('/') + 1)} ${namespace}/${name.text}`;
  if (!isShown(asked, namespace)) {
    yield { undecided: unknownTarget, unknown: object };
    return;
  }
  const near = nameMeant(name.text ?? '', namesIn(set, kind, namespace));
  yield {
    rule: unknownTarget,
    path: name.path,
    severity: SERVICE_POLICIES.includes(policy.kind) ? 'error' : 'warning',
    message: `${object} is not in the input; without it, the policy has no effect`,
    repair: near === undefined ? `correct the name, add it, or pass --assume '${object}' if it exists elsewhere` : `did you mean "${near}"?`,
  };
}

/** Flagger makes Services for its canaries. */
function isThere(set: ObjectSet, kind: string, { namespace, name }: { readonly namespace: string; readonly name: string }): boolean {
  return clustersOf(set).some(cluster => cluster.knows(kind, namespace, name)) || (kind === 'Service' && isOfFlagger(set, serviceHost(set, name, namespace)));
}

function kindOf(target: Field): string {
  const [group, kind] = ['group', 'kind'].map(key => target.at(key).text ?? '');
  return group === '' || group === 'core' ? kind : `${group}/${kind}`;
}
