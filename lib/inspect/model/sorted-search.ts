/** The index of the last of these numbers that is not larger than a limit, or -1. The numbers are in ascending order. */
export function lastNotAbove(limit: number, numbers: readonly number[]): number {
  let [low, high] = [-1, numbers.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    [low, high] = numbers[middle] <= limit ? [middle, high] : [low, middle];
  }
  return low;
}
