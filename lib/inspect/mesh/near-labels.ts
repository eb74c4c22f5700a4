import { nameMeant, nameMistyped } from '../nearest';
import type { ObjectSet } from './object-set';
import { perKey } from './per-key';
import { podsSelected, podsSelectedIn, RunningPod } from './pods';
import { Labels, selectorText } from './selectors';

/** A label that pods have, where a selector has one that is nearly written so. */
export interface NearLabel {
  readonly key: string;
  readonly value: string;
}

/**
 * The label that is probably meant by a selector that selects nothing: pods have all its other pairs, and of one the value nearly so.
 *
 * @param namespace that of the pods; any where it is left out
 */
export function labelMeant(set: ObjectSet, selector: Labels, namespace?: string): NearLabel | undefined {
  return nearLabel(selector, key => valuesBeside(set, selector, [key, namespace]), nameMeant) ?? keyMeant(set, selector, namespace);
}

/** The same, where the two differ by a letter alone, so that nobody will have meant both. */
export function labelMistyped(set: ObjectSet, selector: Labels, namespace?: string): NearLabel | undefined {
  return nearLabel(selector, key => valuesBeside(set, selector, [key, namespace]), nameMistyped);
}

/** The repair that says which label is meant, if one is. */
export function repairBy(near: NearLabel | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `write ${near.key}: ${near.value} if that is what you meant, or ${otherwise}`;
}

type Meant = (value: string, known: readonly string[]) => string | undefined;

function nearLabel(selector: Labels, known: (key: string) => readonly string[], meant: Meant): NearLabel | undefined {
  const found = Object.entries(selector).map(([key, value]) => ({ key, value: meant(value, known(key)) }));
  return found.find((one): one is NearLabel => one.value !== undefined && one.value !== selector[one.key]);
}

/** A pair of the pods that have all others, where its key differs in letter case alone from that of the selector, and its value not at all. */
function keyMeant(set: ObjectSet, selector: Labels, namespace: string | undefined): NearLabel | undefined {
  const found = Object.entries(selector).map(([key, value]) => ({ key: keysBeside(set, selector, [key, namespace]).get(folded(key, value)), value }));
  return found.find((one): one is NearLabel => one.key !== undefined && selector[one.key] === undefined);
}

/** The keys of the pods that have all other pairs, by what each pair is in small letters. */
function keysBeside(set: ObjectSet, selector: Labels, [key, namespace]: Beside): ReadonlyMap<string, string> {
  return keys(set, JSON.stringify([namespace, selectorText(otherPairs(selector, key))]), () => new Map(
    podsBeside(set, selector, [key, namespace]).flatMap(({ labels }) => Object.entries(labels)).map(([one, value]) => [folded(one, value), one]),
  ));
}

function folded(key: string, value: string): string {
  return `${key.toLowerCase()}=${value}`;
}

const keys = perKey<ReadonlyMap<string, string>>();

/** What the pods that have all other pairs have under a key. Many selectors ask for the same. */
function valuesBeside(set: ObjectSet, selector: Labels, [key, namespace]: Beside): readonly string[] {
  return values(set, JSON.stringify([key, namespace, selectorText(otherPairs(selector, key))]), () => (
    [...new Set(podsBeside(set, selector, [key, namespace]).map(({ labels }) => labels[key]))].filter(value => value !== undefined)
  ));
}

type Beside = readonly [key: string, namespace: string | undefined];

function podsBeside(set: ObjectSet, selector: Labels, [key, namespace]: Beside): readonly RunningPod[] {
  const others = otherPairs(selector, key);
  return namespace === undefined ? podsSelected(set, others) : podsSelectedIn(set, namespace, others);
}

function otherPairs(selector: Labels, key: string): Labels {
  return Object.fromEntries(Object.entries(selector).filter(([one]) => one !== key));
}

const values = perKey<readonly string[]>();
