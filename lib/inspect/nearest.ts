import { groupBy } from './group-by';
import { oncePer } from './once-per';

/**
 * The known words that somebody may have meant who wrote `word`: nearest first, alphabetical where equally near, at most `limit`.
 *
 * They are those that are nearly spelled so. Where there is none, they are those that begin or end with the word, or have it in the plural
 * or singular (`backendRefs` for `backend`, `PathPrefix` for `Prefix`, `matches` for `match`), unless that is true of many.
 */
export function nearest(word: string, known: Iterable<string>, limit = 3): string[] {
  const candidates = [...new Set(known)];
  const near = nearlySpelled(word, candidates, limit);
  const fuller = near.length > 0 ? near : candidates.filter(candidate => isPart(wordsOf(word), wordsOf(candidate))).sort(order);
  return fuller.length > limit ? [] : fuller;
}

/**
 * The known words of which a third of the letters differ at most (one of a short word always may), in the order of `nearest`. A letter
 * more, less or other is one difference, and so is a swap of neighbours; letter case, hyphens and underscores are none.
 */
export function nearlySpelled(word: string, known: Iterable<string>, limit = 3): string[] {
  const wanted = fold(word);
  // Of one letter, nothing would be left that is alike.
  const allowed = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  const near = [...new Set(known)]
    .map(candidate => ({ candidate, folded: fold(candidate) }))
    .filter(({ folded }) => Math.abs(folded.length - wanted.length) <= allowed)
    .map(({ candidate, folded }) => ({ candidate, differences: differences(wanted, folded) }))
    .filter(found => found.differences <= allowed);
  near.sort((a, b) => (a.differences === b.differences ? order(a.candidate, b.candidate) : a.differences - b.differences));
  return near.slice(0, limit).map(({ candidate }) => candidate);
}

/**
 * The known name that is probably meant by one that somebody gave and there is not, if there is one: nearly spelled so, with the same digits,
 * since these tell names apart on purpose; and a short one in another letter case alone.
 */
export function nameMeant(name: string, known: readonly string[] | ReadonlySet<string>): string | undefined {
  const candidates = byDigits(known).get(digitsOf(name)) ?? [];
  const [alike = name.length > SHORT ? nearlySpelled(name, candidates, 1)[0] : undefined] = spelledAlike(name, candidates);
  return alike;
}

const SHORT = 3;

/**
 * Whether two names are the same but for one letter, as a slip of the hand has it: short ones, other digits or hyphens, and the plural of a
 * name may well be somebody else's. So may a name with another word between hyphens: `node-b` and `node-a` are siblings.
 */
export function differsByALetter(one: string, other: string): boolean {
  const [first, second] = differingParts(one, other).map(fold);
  return Math.min(first.length, second.length) > SHORT && digitsOf(first) === digitsOf(second)
    && !isSameWord(first, second) && differences(first, second) === 1;
}

/** The words in which two names differ, where it is one of those between hyphens; else the names. */
function differingParts(one: string, other: string): readonly [string, string] {
  const [words, others] = [one.split('-'), other.split('-')];
  const places = [...words.keys()].filter(place => words[place] !== others[place]);
  return words.length === others.length && places.length === 1 ? [words[places[0]], others[places[0]]] : [one, other];
}

/** The known name that differs from one by a letter alone, if there is one. */
export function nameMistyped(name: string, known: readonly string[]): string | undefined {
  return byDigits(known).get(digitsOf(name))?.find(one => differsByALetter(name, one));
}

/** Thousands may ask for one of the same thousands of names. */
const byDigits = oncePer((known: readonly string[] | ReadonlySet<string>) => groupBy([...known], digitsOf));

function digitsOf(name: string): string {
  return name.replace(/\D/g, '');
}

/** Those of the known words that differ from `word` in letter case, hyphens and underscores at most. */
export function spelledAlike(word: string, known: Iterable<string>): string[] {
  const wanted = fold(word);
  return [...known].filter(candidate => fold(candidate) === wanted);
}

/** A word without what makes no difference. */
export function fold(word: string): string {
  return word.toLowerCase().replace(/[-_]/g, '');
}

function order(one: string, other: string): number {
  return one < other ? -1 : 1;
}

/** The single words of a name that is made of several: `path` and `prefix` of `PathPrefix`. */
function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map(word => word.toLowerCase());
}

function isPart(words: readonly string[], all: readonly string[]): boolean {
  const isAt = (place: number): boolean => words.every((word, offset) => isSameWord(word, all[place + offset]));
  return words.length > 0 && words.length <= all.length && (isAt(0) || isAt(all.length - words.length));
}

function isSameWord(one: string, other: string): boolean {
  return one === other || plurals(one).includes(other) || plurals(other).includes(one);
}

function plurals(word: string): readonly string[] {
  return [`${word}s`, `${word}es`, word.replace(/y$/, 'ies')];
}

/** The Damerau-Levenshtein distance, in its form that edits no place twice ("optimal string alignment"). */
function differences(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, length) => length);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      row[j] = Math.min(changed, last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length];
}
