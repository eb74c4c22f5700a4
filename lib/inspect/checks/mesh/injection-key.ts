import type { Fix } from '../../fix/fix';
import type { Field } from '../../mesh/field';
import { LINKERD_INJECT } from '../../mesh/linkerd-injection';
import { INJECT, isInjected } from '../../mesh/mesh-membership';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS, workloadOf } from '../../mesh/workloads';
import { defineCheck, Judgement, Problem } from '../check';
import { meshRule } from './mesh-rule';

const injectionKey = meshRule(
  'MESH019', 'error', ['injection-key', 'A key that asks for a proxy stands where no mesh reads it, or where none will.'], ['IST0107', 'IST0135'],
);

/** Where workloads say whether they want a proxy. */
export const injectionKeyCheck = defineCheck({
  rules: [injectionKey],
  kinds: WORKLOAD_KINDS,
  fields: [INJECT, LINKERD_INJECT],
  reads: ['Namespace'],
  * judge(resource, { set }) {
    const { pod } = workloadOf(resource);
    if (resource.kind !== 'Pod') {
      yield* judgeController(resource, pod.at('metadata'));
    }
    const annotation = pod.at('metadata', 'annotations', INJECT);
    if (annotation.isSet && !pod.at('metadata', 'labels', INJECT).isSet) {
      yield {
        rule: injectionKey,
        path: annotation.path,
        message: `the annotation ${INJECT} is deprecated: the label of the same name has taken its place`,
        repair: `write the label ${INJECT}: "${annotation.text ?? 'true'}" beside it, or instead`,
        severity: 'warning',
        fix: isSureToMean(annotation.text, isInjected(set, resource.namespace)) ? labelFix(annotation, pod.at('metadata', 'labels')) : undefined,
      };
    }
  },
});

/** The label refuses a proxy wherever the annotation does. It asks for one of any injector, the annotation only of that of its namespace. */
function isSureToMean(value: string | undefined, isNamespaceInjected: boolean | undefined): boolean {
  return value === 'false' || (value === 'true' && isNamespaceInjected === true);
}

function labelFix(annotation: Field, labels: Field): Fix | undefined {
  return labels.isFilled ? [{ kind: 'move', path: annotation.path, into: labels.path }] : undefined;
}

const PLACES = ['annotations', 'labels'];

function* judgeController({ root, namespace, reference }: Resource, template: Field): Judgement {
  for (const key of [INJECT, LINKERD_INJECT]) {
    const misplaced = PLACES.map(place => root.at('metadata', place, key)).filter(field => field.isSet);
    if (!PLACES.some(place => template.at(place, key).isSet)) {
      yield* misplaced.map(field => misplacedKey(field, `the ${reference.kind}`, namespace));
    }
  }
}

function misplacedKey(field: Field, holder: string, namespace: string): Problem {
  const isOfIstio = field.key === INJECT;
  const value = field.text ?? 'true';
  const place = isOfIstio ? 'the labels' : 'the annotations';
  const isAsked = ['true', 'enabled', 'ingress'].includes(value);
  const command = isOfIstio ? 'kubectl label namespace $ istio-injection=enabled' : `kubectl annotate namespace $ ${LINKERD_INJECT}=${value}`;
  return {
    rule: injectionKey,
    path: field.path,
    message: `${String(field.key)} stands on ${holder}, and is read on its pods alone${isAsked ? ': they get no proxy by it' : ''}`,
    repair: `write ${String(field.key)}: "${value}" to ${place} of spec.template.metadata${
      isAsked ? `, or run \`${command.replace('$', namespace || 'default')}\`` : ''}`,
  };
}
