import type { ObjectPath } from '../schema/violation';
import type { YamlDocument } from './yaml-document';

/** What was read, and is for somebody else than an API server. */
export interface NoObject {
  readonly value: unknown;
  readonly document: YamlDocument;
  readonly path: ObjectPath;
  /** A mapping without a kind, a list of no objects, what kustomize alone reads, or a file that a kustomization names as a patch or as content. */
  readonly what: 'without-kind' | 'list' | 'kustomization' | 'named-by-kustomization';
}
