import type { Field } from '../../mesh/field';
import { applicationContainers, podsOf } from '../../mesh/workload-containers';
import { workloadOf, WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const containerHygiene = meshRule('MESH043', 'warning', ['container-hygiene', 'A container has no pinned image, no resource requests, or no probe.']);

const TO_AN_END = new Set(['batch/Job', 'batch/CronJob']);

/** Containers that run otherwise tomorrow, or are not seen to fail. What another object makes is judged there. */
export const containerHygieneCheck = defineCheck({
  rules: [containerHygiene],
  kinds: WORKLOAD_KINDS,
  * judge(resource) {
    if (resource.root.at('metadata', 'ownerReferences').isFilled) {
      return;
    }
    const endsByItself = TO_AN_END.has(resource.kind);
    // One without a name may be a proxy, and of the name that is missing the schema speaks.
    for (const container of applicationContainers(podsOf(workloadOf(resource))).filter(one => one.at('name').isFilled)) {
      const image = container.at('image');
      if (image.text !== undefined && !isFixed(image.text)) {
        yield { rule: containerHygiene, path: image.path, message: `the image ${image.text} can change with each push`, repair: 'pin a tag or a digest' };
      }
      const lacks = lackingOf(container, endsByItself);
      if (lacks.length > 0) {
        yield {
          rule: containerHygiene,
          path: container.path,
          message: `container ${container.at('name').text ?? ''} has ${lacks.map(({ what }) => what).join(' and ')}`,
          repair: `add ${lacks.map(({ say }) => say).join(' and ')}`,
        };
      }
    }
  },
});

interface Lack {
  readonly what: string;
  readonly say: string;
}

const NO_REQUESTS: Lack = { what: 'no resource requests', say: 'resources.requests' };
const NO_PROBE: Lack = { what: 'no probe', say: 'a readinessProbe or livenessProbe' };

/** Who says limits alone asks for as much: the API server copies them. */
function lackingOf(container: Field, endsByItself: boolean): Lack[] {
  const resources = container.at('resources');
  const lacks: Lack[] = [];
  if (!resources.at('requests').isFilled && !resources.at('limits').isFilled) {
    lacks.push(NO_REQUESTS);
  }
  if (!endsByItself && !container.at('readinessProbe').isFilled && !container.at('livenessProbe').isFilled) {
    lacks.push(NO_PROBE);
  }
  return lacks;
}

/** Whether an image has a digest, or a tag that is not moved by habit. The port of a registry is no tag. */
function isFixed(image: string): boolean {
  const [, tag = 'latest'] = image.slice(image.lastIndexOf('/') + 1).split(':', 2);
  return tag !== 'latest' || image.includes('@');
}
