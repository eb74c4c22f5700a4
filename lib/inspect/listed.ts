/** How many names stand for all, so that a message about thousands of objects stays one that somebody reads. */
export const NAMES_SHOWN = 3;

/**
 * Names in words: all where there are few, else the first of them: `a, b, c and 3,997 more`.
 *
 * @param total how many there are, where `names` are the first of them
 */
export function listed(names: ReadonlyArray<string | number>, shown: number = NAMES_SHOWN, total: number = names.length): string {
  const first = names.slice(0, shown).join(', ');
  return total > shown ? `${first} and ${many(total - shown)} more` : first;
}

/** All names but one of them, in words: those that an object is told of, itself left out. */
export function listedWithout(names: readonly string[], own: string): string {
  const first = names.slice(0, NAMES_SHOWN + 1).filter(name => name !== own).slice(0, NAMES_SHOWN);
  const left = names.length - 1 - first.length;
  return left > 0 ? `${first.join(', ')} and ${many(left)} more` : first.join(', ');
}

/** A number as people write it: `3,997`. */
export function many(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
