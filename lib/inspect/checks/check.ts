import type { Fix } from '../fix/fix';
import type { ObjectSet } from '../mesh/object-set';
import type { Resource } from '../mesh/resource';
import type { SchemaStore } from '../schema/schema-store';
import type { ObjectPath } from '../schema/violation';
import type { Rule, Severity } from './rule';

/** What a check may ask besides the object that it judges. */
export interface CheckContext {
  readonly schemas: SchemaStore;
  /** The release of Istio that the objects are meant for. */
  readonly istioRelease: string;
  /** All objects that are judged together. */
  readonly set: ObjectSet;
}

/** One thing that a check finds wrong with an object. */
export interface Problem {
  readonly rule: Rule;
  /** Where in the object. */
  readonly path: ObjectPath;
  readonly message: string;
  /** What is expected there, where the message does not say it. */
  readonly expected?: string;
  readonly repair?: string;
  /** The repair as edits, with paths from the root of the object, where nothing about it is a guess. */
  readonly fix?: Fix;
  /** How much it matters, where that is not what the rule says. */
  readonly severity?: Severity;
}

/** Something that cannot be judged, since it depends on objects of which the input shows nothing. */
export interface Undecided {
  readonly undecided: Rule;
  /** What would have to be known: `namespace payments`. */
  readonly unknown: string;
}

/** What a check says of an object. */
export type Judgement = Iterable<Problem | Undecided>;

/**
 * Judges objects, one at a time, and may look at the others of the set. It neither prints nor throws, and has no memory but what `perSet`
 * keeps: the same set gives the same problems.
 */
export interface Check {
  /** The rules that it can find broken. */
  readonly rules: readonly Rule[];
  /** The name of istioctl's analyzer that says the same, or the names of several. */
  readonly analyzer?: string | readonly string[];
  /** Whether it is asked only by somebody who names one of its rules, or its analyzer. */
  readonly onRequest?: boolean;
  /** The kinds that it judges, such as `networking.istio.io/Gateway` or `Service`; all when absent. */
  readonly kinds?: readonly string[];
  /** The other kinds that it looks at. */
  readonly reads?: readonly string[];
  /**
   * Field names of which an object has at least one, wherever it stands, if there is anything to say of it: of objects with none of them it is
   * not asked. All when absent. Labels and annotations are fields, too; what is written within a text is none.
   */
  readonly fields?: readonly string[];
  /** Whether it judges each document, also those that a later one of the same name replaces. */
  readonly everyDocument?: boolean;
  readonly judge: (object: Resource, context: CheckContext) => Judgement;
}

/** A check that says what it is; rules of other people are written with the same word. */
export function defineCheck(check: Check): Check {
  return Object.freeze(check);
}
