import { nameMeant, nameMistyped } from '../nearest';
import type { ObjectSet } from './object-set';
import { perKey } from './per-key';
import { podsSelected, podsSelectedIn } from './pods';
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
  return nearLabel(selector, key => valuesBeside(set, selector, [key, namespace]), nameMeant);
}

/** The same, where the two differ by a letter alone, so that nobody will have meant both. */
export function labelMistyped(set: ObjectSet, selector: Labels, namespace?: string): NearLabel | undefined {
  return nearLabel(selector, key => valuesBeside(set, selector, [key, namespace]), nameMistyped);
}

/** The repair that says which label is meant, if one is. */
export function repairBy(near: NearLabel | undefined, otherwise: string): string {
  return near === undefined ? otherwise : `write ${near.key}: ${near.value}, if that is meant, or ${otherwise}`;
}

type Meant = (value: string, known: readonly string[]) => string | undefined;

function nearLabel(selector: Labels, known: (key: string) => readonly string[], meant: Meant): NearLabel | undefined {
  const found = Object.entries(selector).map(([key, value]) => ({ key, value: meant(value, known(key)) }));
  return found.find((one): one is NearLabel => one.value !== undefined && one.value !== selector[one.key]);
}

/** What the pods that have all other pairs have under a key. Many selectors ask for the same. */
function valuesBeside(set: ObjectSet, selector: Labels, [key, namespace]: readonly [key: string, namespace: string | undefined]): readonly string[] {
  const others = Object.fromEntries(Object.entries(selector).filter(([one]) => one !== key));
  return values(set, JSON.stringify([key, namespace, selectorText(others)]), () => {
    const pods = namespace === undefined ? podsSelected(set, others) : podsSelectedIn(set, namespace, others);
    return [...new Set(pods.map(({ labels }) => labels[key]))].filter(value => value !== undefined);
  });
}

const values = perKey<readonly string[]>();
