import { nearest } from '../../nearest';
import { answered, oncePer } from '../../once-per';
import { KnownKind, SchemaStore } from '../schema-store';
import { versionsOf } from './api-versions';
import { isSlip } from './slip';

/** A kind by its group, of which the core group is empty. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** A kind that is looked for, and the release of Istio that has to serve it, if any. */
export interface Sought extends GroupKind {
  readonly release?: string;
}

/** The kinds that may be meant by one that certainly no API server has: those of the same name in other groups, or those nearly called so. */
export function meantTypes(sought: Sought, store: SchemaStore): readonly GroupKind[] {
  const { group, kind } = sought;
  if (!isKnownGroup(group, store)) {
    const near = homesOf(sought, store.groups.filter(known => isNearGroup(group, known)), store);
    return near.length > 0 || !isOfIstio(group) ? near : homesOf(sought, store.groups, store);
  }
  const homes = homesOf(sought, store.groups, store);
  if (homes.length > 0 && hasNoOthers(group, homes, store)) {
    return homes;
  }
  const kinds = store.kindsOf(group);
  const alike = store.isClosed(group) ? nearest(kind, kinds) : kinds.filter(known => isSlip(kind.toLowerCase(), known.toLowerCase()));
  return alike.map(known => ({ group, kind: known }));
}

/** Whether a group has none of the kinds that other groups have. No CRD adds to a built-in one; of other kinds we do not know all. */
function hasNoOthers(group: string, homes: readonly GroupKind[], store: SchemaStore): boolean {
  return store.isClosed(group) || (isBuiltIn(group, store) && homes.some(home => store.isClosed(home.group) || isBuiltIn(home.group, store)));
}

/** The groups that have a kind, in a version that the release serves. */
function homesOf({ kind, release }: Sought, groups: readonly string[], store: SchemaStore): readonly GroupKind[] {
  const isHome = (known: KnownKind | undefined): boolean => known !== undefined && versionsOf(known, release).length > 0;
  return groups.filter(group => isHome(store.kind(group, kind))).map(group => ({ group, kind }));
}

export function isKnownGroup(group: string, store: SchemaStore): boolean {
  return store.kindsOf(group).length > 0 || isBuiltIn(group, store);
}

/** Kubernetes keeps groups without a dot to itself, and those of its own kinds. */
function isBuiltIn(group: string, store: SchemaStore): boolean {
  const [first] = store.kindsOf(group);
  return !group.includes('.') || (first !== undefined && store.kind(group, first)?.table.native === 1);
}

/** Whether one group may be written for the other: by a slip, with another end, or in part. */
export function isNearGroup(group: string, known: string): boolean {
  const withoutEnd = (name: string): string => name.slice(0, name.lastIndexOf('.') + 1);
  return group.includes('.')
    ? isSlip(group.toLowerCase(), known) || withoutEnd(group) === withoutEnd(known) || known.startsWith(`${group}.`) || known.endsWith(`.${group}`)
    : isSlip(group.toLowerCase(), known);
}

/** Whether Istio would be the one to have a group. */
export function isOfIstio(group: string): boolean {
  return group.endsWith(OF_ISTIO) && group !== FILES_OF_ISTIOCTL;
}

export const OF_ISTIO = '.istio.io';

/** What `istioctl install -f` reads looks like an object, and no API server has to know it. */
const FILES_OF_ISTIOCTL = 'install.istio.io';

/** Whether a group has a kind. A list of objects is no kind that a CRD names, and exists all the same. */
export function isKnownKind({ group, kind }: GroupKind, store: SchemaStore): boolean {
  const kinds = store.kindsOf(group);
  return kinds.includes(kind) || kinds.includes(kind.replace(/List$/, ''));
}

/** The kind of an object: the one that is written, or where no API server has that, the only one that may be meant. */
export function likelyType(written: GroupKind, store: SchemaStore): GroupKind {
  const answers = answered(answersOf(store), written.group, () => new Map<string, GroupKind>());
  return answered(answers, written.kind, () => {
    const meant = isKnownKind(written, store) ? [] : meantTypes(written, store);
    return meant.length === 1 ? meant[0] : written;
  });
}

const answersOf = oncePer((_: SchemaStore) => new Map<string, Map<string, GroupKind>>());
