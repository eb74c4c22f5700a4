import { groupBy } from '../group-by';
import { formatPath } from '../schema/format-path';
import type { Field } from './field';
import { GATEWAY_API } from './gateway-references';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';

export const REFERENCE_GRANT = `${GATEWAY_API}/ReferenceGrant`;

/** Who names an object of another namespace: a kind of the Gateway API, and the namespace. */
export interface Referrer {
  readonly kind?: string;
  readonly namespace: string;
}

/** An object of the core group that is named. */
export interface Referent {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Whether a ReferenceGrant lets objects of a kind and namespace name an object of another one. What one says that is elsewhere nobody knows. */
export function isGranted(set: ObjectSet, from: Referrer, to: Referent): boolean {
  return to.namespace === from.namespace
    || pairsFor(set, from, to).some(({ sound }) => sound !== undefined)
    || namespacesWithOthers(set).has(to.namespace);
}

/** What to write into a ReferenceGrant that would let them, if it did not name the kinds by groups in which they are not. */
export function groupRepair(set: ObjectSet, from: Referrer, to: Referent): string | undefined {
  const strange = pairsFor(set, from, to).map(pairs => pairs.strange).find(pair => pair !== undefined);
  return strange === undefined ? undefined : repairOf(strange);
}

/** One thing that a ReferenceGrant lets whom name. */
interface Pair {
  readonly grant: Resource;
  readonly from: Field;
  readonly to: Field;
}

/** The groups of a pair that are others than those of the kinds; istiod compares their texts, and knows no other name of the core group. */
function strangeGroups({ from, to }: Pair): Array<{ readonly place: Field; readonly group: string }> {
  return [{ place: from.at('group'), group: GATEWAY_API }, { place: to.at('group'), group: '' }].filter(({ place, group }) => (place.text ?? group) !== group);
}

function repairOf(pair: Pair): string {
  const edits = strangeGroups(pair).map(({ place, group }) => `${formatPath(place.path)}: ${group === '' ? '""' : group}`);
  return `in ReferenceGrant ${pair.grant.fullName} write ${edits.join(' and ')}`;
}

/**
 * Of the pairs of a key the first one that lets who asks, and the first one that would if its groups were others: thousands may ask, and
 * thousands of grants may say the same.
 */
interface Pairs {
  readonly sound?: Pair;
  readonly strange?: Pair;
}

function pairsFor(set: ObjectSet, from: Referrer, to: Referent): readonly Pairs[] {
  return [to.name, EACH].map(name => pairsByKey(set).get(keyOf(from, { ...to, name }))).filter(pairs => pairs !== undefined);
}

/** In place of a name: no object has none. */
const EACH = '';

const namespacesWithOthers = perSet(set => new Set(set.assumed.filter(({ kind }) => kind === 'ReferenceGrant').map(({ namespace }) => namespace)));

const pairsByKey = perSet((set): ReadonlyMap<string, Pairs> => {
  const byKey = groupBy(set.of(REFERENCE_GRANT).flatMap(pairsOf), ({ grant, from, to }) => keyOf(
    { kind: from.at('kind').text, namespace: from.at('namespace').text ?? '' },
    { kind: to.at('kind').text ?? '', namespace: grant.namespace, name: to.at('name').text ?? EACH },
  ));
  return new Map([...byKey].map(([key, pairs]) => [key, { sound: pairs.find(isSound), strange: pairs.find(pair => !isSound(pair)) }]));
});

function isSound(pair: Pair): boolean {
  return strangeGroups(pair).length === 0;
}

/** Of more entries than its definition lets a ReferenceGrant have, nobody makes all pairs. */
function pairsOf(grant: Resource): Pair[] {
  const [sources, targets] = ['from', 'to'].map(key => grant.spec.at(key).items().slice(0, MOST_ENTRIES));
  return sources.flatMap(from => targets.map(to => ({ grant, from, to })));
}

const MOST_ENTRIES = 16;

function keyOf(from: Referrer, to: Referent): string {
  return `${from.kind} ${from.namespace} ${to.kind} ${to.namespace}/${to.name}`;
}
