import type { ObjectPath } from '../schema/violation';
import type { YamlDocument } from './yaml-document';

/** A mapping with a `kind`: what Kubernetes would take for an object. */
export interface KubeObject {
  readonly value: Readonly<Record<string, unknown>>;
  readonly document: YamlDocument;
  /** Where it stands in its document: at the root, or at an item of a list of objects. */
  readonly path: ObjectPath;
}
