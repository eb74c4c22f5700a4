import type { KubeObject } from '../model/kube-object';
import type { ObjectPath } from '../schema/violation';
import type { Edit, Fix } from './fix';

/** What mends a finding about an object. */
export interface Repair {
  readonly object: KubeObject;
  readonly fix: Fix;
  /** The code of the finding. */
  readonly code: string;
  /** Where in the object the finding is. */
  readonly path: ObjectPath;
}

/** A fix with paths from the root of the document, in which the object may be one of several. */
export function fixInDocument({ object, fix }: Repair): Fix {
  return fix.map((edit): Edit => (edit.kind === 'move'
    ? { ...edit, path: [...object.path, ...edit.path], into: [...object.path, ...edit.into] }
    : { ...edit, path: [...object.path, ...edit.path] }));
}
