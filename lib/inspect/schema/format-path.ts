import type { ObjectPath } from './violation';

/** A path as people write it: `spec.http[0].route`, with keys that are no plain words quoted: `metadata.labels["app.kubernetes.io/name"]`. */
export function formatPath(path: ObjectPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') {
      text += `[${step}]`;
    } else if (PLAIN.test(step)) {
      text += text === '' ? step : `.${step}`;
    } else {
      text += `[${JSON.stringify(step)}]`;
    }
  }
  return text;
}

/** Whether two paths lead to the same place. */
export function isSamePath(one: ObjectPath, other: ObjectPath): boolean {
  return one.length === other.length && one.every((step, depth) => step === other[depth]);
}

const PLAIN = /^[A-Za-z_$][\w$-]*$/;
