import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';
import { nullItems, presentItems } from './present-items';

export const targetRefRules = {
  several: refusal('several-targets', 'A policy says in more than one way what it holds for.'),
  name: refusal('target-without-name', 'A target has no name.'),
  namespace: refusal('target-with-namespace', 'A target names a namespace, and policies hold for their own alone.'),
  kind: refusal('target-kind', 'A target is of a kind that policies do not hold for.'),
};

/** The kinds that a policy can hold for, each behind its group. */
const TARGETS = [
  '/Service', 'core/Service', 'networking.istio.io/ServiceEntry', 'gateway.networking.k8s.io/Gateway', 'gateway.networking.k8s.io/GatewayClass',
];

/** What is said of what a policy holds for: its `selector`, `targetRef` or `targetRefs`. */
export function* policyTargets(spec: Field): Judgement {
  const [selector, targetRef, targetRefs] = [spec.at('selector'), spec.at('targetRef'), spec.at('targetRefs')];
  if (!targetRef.isSet && !targetRefs.isFilled) {
    return;
  }
  const given = [selector, targetRef, targetRefs].filter(field => (field === targetRefs ? field.isFilled : field.isSet));
  if (given.length > 1) {
    const names = given.map(({ key }) => key).join(' and ');
    yield broken(targetRefRules.several, given[1], `${names} both say what the policy holds for`, 'keep one of them');
  }
  if (targetRef.isSet) {
    yield* target(targetRef);
  }
  yield* nullItems(targetRefs);
  for (const item of presentItems(targetRefs)) {
    yield* target(item);
  }
}

function* target(reference: Field): Judgement {
  const [group, kind] = ['group', 'kind'].map(key => reference.at(key).text ?? '');
  if (!reference.at('name').isFilled) {
    yield broken(targetRefRules.name, reference, 'the target has no name', 'name the object');
  }
  if (reference.at('namespace').isFilled) {
    yield broken(targetRefRules.namespace, reference.at('namespace'), 'a target in another namespace is not taken', 'put the policy beside its target');
  }
  if (!TARGETS.includes(`${group}/${kind}`)) {
    const name = group === '' ? kind : `${group}/${kind}`;
    yield broken(targetRefRules.kind, reference, `policies do not hold for "${name}"`, 'target a Service, ServiceEntry, Gateway or GatewayClass');
  }
}
