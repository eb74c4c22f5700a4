import type { ObjectPath } from './violation';

/** A path as people write it: `spec.http[0].route`, with keys that are no plain words quoted: `metadata.labels["app.kubernetes.io/name"]`. */
export function formatPath(path: ObjectPath): string {
  return path.map((step, depth) => {
    if (typeof step === 'number') {
      return `[${step}]`;
    }
    return PLAIN.test(step) ? `${depth === 0 ? '' : '.'}${step}` : `[${JSON.stringify(step)}]`;
  }).join('');
}

const PLAIN = /^[A-Za-z_$][\w$-]*$/;
