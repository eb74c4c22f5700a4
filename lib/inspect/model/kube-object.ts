import type { ObjectPath } from '../schema/violation';
import type { Patch } from './kustomize-step';
import type { YamlDocument } from './yaml-document';

/** A mapping with a `kind`: what Kubernetes would take for an object. */
export interface KubeObject {
  readonly value: Readonly<Record<string, unknown>>;
  readonly document: YamlDocument;
  /** Where it stands in its document: at the root, or at an item of a list of objects. */
  readonly path: ObjectPath;
  /** What it is made from, where this is what kustomizations make of a text. */
  readonly kustomized?: Kustomized;
}

/** What kustomizations make an object from. */
export interface Kustomized {
  readonly written: KubeObject;
  /** The patches that are applied to it, and those of which nobody knows what they do. */
  readonly patches: readonly Patch[];
}

/** An object as it is written. */
export function asWritten(object: KubeObject): KubeObject {
  return object.kustomized?.written ?? object;
}
