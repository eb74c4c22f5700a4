import { compareTexts } from './compare-texts';

/** What a map holds, in the order of its keys, whatever came first. */
export function inKeyOrder<T>(things: ReadonlyMap<string, T>): T[] {
  return [...things].sort(([a], [b]) => compareTexts(a, b)).map(([, thing]) => thing);
}
