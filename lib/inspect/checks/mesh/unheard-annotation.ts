import type { Field } from '../../mesh/field';
import { PROVIDES } from '../../mesh/object-set';
import { workloadOf, WORKLOAD_KINDS } from '../../mesh/workloads';
import { nearlySpelled } from '../../nearest';
import { MESH_SUPPRESS } from '../annotated-suppressions';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';
import { IDEMPOTENT } from './unsafe-retries';

const unheardAnnotation = meshRule('MESH103', 'warning', ['unheard-annotation', 'An annotation is meant for cdk8s-mesh, which ignores it.']);

const HEARD = [MESH_SUPPRESS, PROVIDES, IDEMPOTENT];

/** Annotations of ours that nobody reads, since they have another name or stand on the template of pods. */
export const unheardAnnotationCheck = defineCheck({
  rules: [unheardAnnotation],
  fields: ['annotations'],
  * judge(resource) {
    yield* ours(resource.root.at('metadata', 'annotations')).filter(({ key }) => !HEARD.includes(String(key))).map(unknown);
    if (resource.kind !== 'Pod' && WORKLOAD_KINDS.includes(resource.kind)) {
      yield* ours(workloadOf(resource).pod.at('metadata', 'annotations')).map(misplaced);
    }
  },
});

function ours(annotations: Field): Field[] {
  return annotations.entries().filter(([name]) => name.startsWith('cdk8s-mesh/')).map(([, place]) => place);
}

function unknown({ key, path }: Field): Problem {
  const [meant] = nearlySpelled(String(key), HEARD, 1);
  return {
    rule: unheardAnnotation,
    path,
    message: `unknown cdk8s-mesh annotation ${key}`,
    repair: meant === undefined ? `write one of ${HEARD.join(', ')}, or remove it` : `write ${meant} if that is what you meant`,
  };
}

function misplaced({ key, path }: Field): Problem {
  return { rule: unheardAnnotation, path, message: `${key} is on the pod template, where it is ignored`, repair: 'put it on the object itself' };
}
