/** A question after a word that nobody knows, with the known one that is nearest, or else all of them: ` Did you mean "x"?`. */
export function meantWord(word: string, known: readonly string[]): string {
  const [nearest] = known
    .map(candidate => ({ candidate, differences: differences(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(found => found.differences <= Math.max(1, Math.floor(word.length / 3)))
    .sort((one, other) => one.differences - other.differences);
  return nearest === undefined ? `Known: ${known.length === 0 ? 'none' : known.join(', ')}.` : `Did you mean "${nearest.candidate}"?`;
}

/** How many letters have to be added, dropped or changed. */
function differences(one: string, other: string): number {
  let last = Array.from({ length: other.length + 1 }, (_, length) => length);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
    }
    last = row;
  }
  return last[other.length];
}
