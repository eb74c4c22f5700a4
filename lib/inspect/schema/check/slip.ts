/** Whether two words differ by one letter more, less, other, or by a swap of neighbours at most. */
export function isSlip(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) {
    end += 1;
  }
  const [rest, otherRest] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (rest.length < 2 && otherRest.length < 2) || (rest.length === 2 && rest === [...otherRest].reverse().join(''));
}
