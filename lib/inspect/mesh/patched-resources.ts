import { mayChange } from '../model/kustomize-patches';
import type { Patch } from '../model/kustomize-step';
import type { ObjectPath } from '../schema/violation';
import type { Resource } from './resource';

/** What kustomizations patch of an object. */
export function patchesFor({ source: { kustomized } }: Resource): readonly Patch[] {
  return kustomized?.patches ?? [];
}

/** Whether an object may have what is not known here, since nobody knows what a patch makes of it. */
export function isPatchedSomehow(resource: Resource): boolean {
  return patchesFor(resource).some(({ apply }) => apply === undefined);
}

/** Whether what stands at a place may be otherwise, since nobody knows what a patch sets there. */
export function isUnknownAt(resource: Resource, place: ObjectPath): boolean {
  return patchesFor(resource).some(patch => patch.apply === undefined && mayChange(patch, place));
}
