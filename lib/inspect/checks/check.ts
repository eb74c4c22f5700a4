import type { KubeObject } from '../model/kube-object';
import type { SchemaStore } from '../schema/schema-store';
import type { ObjectPath } from '../schema/violation';
import type { Rule } from './rule';

/** What a check may ask besides the object that it judges. */
export interface CheckContext {
  readonly schemas: SchemaStore;
  /** The release of Istio that the objects are meant for. */
  readonly istioRelease: string;
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
}

/** Judges objects, one at a time. It neither prints nor throws, and has no memory: the same object gives the same problems. */
export interface Check {
  /** The rules that it can find broken. */
  readonly rules: readonly Rule[];
  readonly judge: (object: KubeObject, context: CheckContext) => Iterable<Problem>;
}
