import type { ObjectPath } from '../schema/violation';

/** The kinds of what keeps a document, or a part of it, from being read as an object. */
export type DocumentProblemKind = 'syntax' | 'duplicate-key' | 'unbounded' | 'not-an-object';

/** Something that keeps a document, or a part of it, from being read as an object. */
export interface DocumentProblem {
  readonly kind: DocumentProblemKind;
  /** Where in the document. */
  readonly path: ObjectPath;
  /** Where in its text; absent when that is where the path begins. */
  readonly offset?: number;
  readonly message: string;
  readonly repair?: string;
}

/** Something wrong in a text, where it is, and what mends it. */
export interface Mistake {
  readonly offset: number;
  readonly message: string;
  readonly repair: string;
}
