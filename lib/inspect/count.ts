/** A number of things in words: `1 error`, `2 properties`. */
export function count(number: number, what: string): string {
  return `${number} ${number === 1 ? what : PLURALS[what] ?? `${what}s`}`;
}

const PLURALS: Readonly<Record<string, string>> = { property: 'properties' };
