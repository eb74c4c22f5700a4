import { TypeCode } from '../node';
import { ObjectPath } from '../violation';

/** What a value is called by whoever talks about it: the last key of its path, with the positions that follow, `hosts[1]`. */
export function nameOf(path: ObjectPath): string {
  const key = lastKey(path);
  return key === -1 ? 'the object' : `${path[key]}${path.slice(key + 1).map(position => `[${position}]`).join('')}`;
}

/** What all values at such a place are called, `hosts[]`; undefined at the root. */
export function placeOf(path: ObjectPath): string | undefined {
  const key = lastKey(path);
  return key === -1 ? undefined : `${path[key]}${'[]'.repeat(path.length - 1 - key)}`;
}

function lastKey(path: ObjectPath): number {
  return path.map(step => typeof step).lastIndexOf('string');
}

/** A value in a message: short values as they are, others by their kind. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (typeof value === 'object' && value !== null) {
    return 'an object';
  }
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text;
}

const LONGEST = 60;

/** The types as people call them. */
export const TYPE_NAMES: Readonly<Record<TypeCode, string>> = {
  o: 'an object',
  a: 'a list',
  s: 'a string',
  i: 'an integer',
  n: 'a number',
  b: 'true or false',
  x: 'an integer or a string',
  q: 'a quantity such as 100m or 1.5Gi',
};

/** `"a", "b" or "c"` */
export function oneOf(values: readonly unknown[]): string {
  return choice(values.map(value => JSON.stringify(value)));
}

/** `a, b or c` */
export function choice(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

/** A group as people call it. */
export function groupName(group: string): string {
  return group === '' ? 'the core group' : group;
}

/** `a, b` */
export function names(list: readonly string[]): string {
  return list.join(', ');
}

/** `did you mean "a" or "b"?` */
export function didYouMean(candidates: readonly string[]): string | undefined {
  return candidates.length === 0 ? undefined : `did you mean ${oneOf(candidates)}?`;
}

/** The one word that differs from another in letter case alone; undefined where there is none, or more than one. */
export function inOtherCase(word: string, known: readonly string[]): string | undefined {
  const found = known.filter(one => one !== word && one.toLowerCase() === word.toLowerCase());
  return found.length === 1 ? found[0] : undefined;
}
