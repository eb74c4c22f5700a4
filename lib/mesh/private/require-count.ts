/** The mesh holds most counts in 32 bits, one of them for the sign. */
const GREATEST = 2 ** 31 - 1;

/** @throws when a count is no whole number from the least one on; what is not said passes */
export function requireCount(count: number | undefined, least: number, name: string, greatest = GREATEST): void {
  if (count !== undefined && !(Number.isInteger(count) && count >= least && count <= greatest)) {
    throw new Error(`${name} cannot be ${count}. Use a whole number from ${least} to ${greatest}.`);
  }
}
