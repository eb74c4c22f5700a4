import type { ObjectPath } from '../schema/violation';
import type { YamlDocument } from './yaml-document';

/** What a kustomization does to objects that others wrote; a kustomization does one after the other. */
export type Step = Patch | Naming;

/** A change to the text of objects. */
export interface Patch {
  /** Whether it is for an object, by all that this was called on the way, from its file on. */
  readonly matches: (object: Mapping, called: readonly Called[]) => boolean;
  /** What it makes of an object, which is undefined where it deletes that; absent where nobody knows it here. */
  readonly apply?: (object: Mapping) => Mapping | undefined;
  /** The places that it sets, with all below; a star stands for any item of a list. None where nobody has to know them. */
  readonly places: readonly ObjectPath[];
  /** Where somebody wrote it; absent where nobody has to find it. */
  readonly origin?: Origin;
}

/** The text of a patch. */
export interface Origin {
  readonly document: YamlDocument;
  /** Where in the document a place of a patched object is set. */
  readonly pathOf: (place: ObjectPath) => ObjectPath;
}

type Mapping = Readonly<Record<string, unknown>>;

/** A change to what objects are called. */
export interface Naming {
  /** Undefined for the one that objects have anyway. */
  readonly namespace: string | undefined;
  /** What comes before and behind their names; empty for nothing. */
  readonly prefix: string;
  readonly suffix: string;
}

/** What an object is called at one point of a build. */
export interface Called {
  readonly name: string | undefined;
  readonly namespace: string | undefined;
}

export function isPatch(step: Step): step is Patch {
  return 'matches' in step;
}

/** What leaves names as they are. */
export const AS_CALLED: Naming = { namespace: undefined, prefix: '', suffix: '' };

/** What several steps do to names, one after the other. */
export function namingOf(steps: readonly Step[]): Naming {
  return steps.reduce<Naming>((before, step) => (isPatch(step) ? before : {
    namespace: step.namespace ?? before.namespace,
    prefix: `${step.prefix}${before.prefix}`,
    suffix: `${before.suffix}${step.suffix}`,
  }), AS_CALLED);
}

/** What an object is called after a step. */
export function renamed({ name, namespace }: Called, naming: Naming): Called {
  return { name: name && affixed(name, naming), namespace: naming.namespace ?? namespace };
}

/** A name with what is put around it. */
export function affixed(name: string, { prefix, suffix }: Naming): string {
  return `${prefix}${name}${suffix}`;
}
