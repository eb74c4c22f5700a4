import { isDeepStrictEqual } from 'node:util';
import { isUnknownAt, patchesFor } from '../mesh/patched-resources';
import type { Resource } from '../mesh/resource';
import { mayChange, patchedPlace } from '../model/kustomize-patches';
import type { Patch } from '../model/kustomize-step';
import type { ObjectPath } from '../schema/violation';
import { Draft, withoutFix } from './draft';

/**
 * What is known to be wrong with objects that are patched: nothing at places that are set to what nobody knows. What a patch sets is found and
 * mended in it, and the rest of the object by hand, since a patch would miss what is mended.
 */
export function ofPatched(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.flatMap(draft => {
    const { problem: { path }, place: { resource } } = draft;
    // Labels that are added miss nothing.
    if (patchesFor(resource!).every(({ apply, places }) => apply !== undefined && places.length === 0)) {
      return [draft];
    }
    return isUnknownAt(resource!, path) ? [] : [withoutFix(atOrigin(draft, settingPatch(resource!, path)))];
  });
}

/** The patch that sets what stands at a place, or without which that would not be there. */
function settingPatch(resource: Resource, path: ObjectPath): Patch | undefined {
  const { isWhole, isSame } = wayInWritten(resource, path);
  const isSetting = (patch: Patch): boolean => patchedPlace(patch, path) !== undefined || (!isWhole && mayChange(patch, path));
  return isSame ? undefined : [...patchesFor(resource)].reverse().find(isSetting);
}

function atOrigin(draft: Draft, patch: Patch | undefined): Draft {
  if (patch?.origin === undefined) {
    return draft;
  }
  const { problem: { path, within }, place } = draft;
  const { document, pathOf } = patch.origin;
  return { ...draft, place: { ...place, file: document.file.name, position: () => document.positionOf(pathOf(path), within) } };
}

/** A path through an object as it is written, as far as it leads there. */
interface Way {
  readonly path: ObjectPath;
  /** Whether it leads to its end. */
  readonly isWhole: boolean;
  /** Whether the same stands there. */
  readonly isSame: boolean;
}

/** Where in the text something is of an object that patches may have changed. Items of a list are followed to where they stood before. */
export function wayInWritten({ source: { value, kustomized } }: Resource, path: ObjectPath): Way {
  if (kustomized === undefined) {
    return { path, isWhole: true, isSame: true };
  }
  let [mine, theirs]: [unknown, unknown] = [value, kustomized.written.value];
  const way: Array<string | number> = [];
  for (const step of path) {
    const item = childOf(mine, step);
    const key = Array.isArray(mine) && Array.isArray(theirs) ? indexIn(theirs, item, [Number(step), mine.length]) : step;
    const child = key === undefined ? undefined : childOf(theirs, key);
    if (key === undefined || child === undefined) {
      return { path: way, isWhole: false, isSame: false };
    }
    [mine, theirs] = [item, child];
    way.push(key);
  }
  return { path: way, isWhole: true, isSame: isDeepStrictEqual(mine, theirs) };
}

/** An item that is in the list as well, or else the one at its place, where the lists are as long. */
function indexIn(list: readonly unknown[], item: unknown, [index, length]: readonly [index: number, length: number]): number | undefined {
  const same = list.findIndex(one => isDeepStrictEqual(one, item));
  return same >= 0 ? same : list.length === length ? index : undefined;
}

function childOf(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Readonly<Record<string | number, unknown>>)[step] : undefined;
}
