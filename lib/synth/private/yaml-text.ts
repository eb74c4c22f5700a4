import { dump } from 'js-yaml';

/**
 * Kubernetes objects as one YAML stream. Every reader, of YAML 1.1 or 1.2, reads it alike; no anchors, no folded lines, and keys in
 * the order in which the objects hold them.
 */
export function yamlText(objects: readonly object[]): string {
  return objects.map(object => dump(object, OPTIONS)).join('---\n');
}

const OPTIONS = { noRefs: true, lineWidth: -1 } as const;
