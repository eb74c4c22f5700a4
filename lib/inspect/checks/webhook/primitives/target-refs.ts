import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';
import { nullItems, presentItems } from './present-items';

export const targetRefRules = {
  several: refusal('several-targets', 'A policy has more than one of selector, targetRef and targetRefs.'),
  name: refusal('target-without-name', 'A target has no name.'),
  namespace: refusal('target-with-namespace', 'A target is in another namespace, but policies apply only to their own.'),
  kind: refusal('target-kind', 'A target has a kind that policies do not support.'),
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
    yield broken(targetRefRules.several, given[1], `${names} are mutually exclusive`, 'keep one of them');
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
    yield broken(targetRefRules.namespace, reference.at('namespace'), 'a target in another namespace is not allowed', 'put the policy in the namespace of its target');
  }
  if (!TARGETS.includes(`${group}/${kind}`)) {
    const name = group === '' ? kind : `${group}/${kind}`;
    yield broken(targetRefRules.kind, reference, `policies cannot target "${name}"`, 'target a Service, ServiceEntry, Gateway or GatewayClass');
  }
}
