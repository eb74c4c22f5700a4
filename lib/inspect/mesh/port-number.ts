import type { Field } from './field';

/**
 * The number of a port. One in quotes is meant, too: that it is a text is said by the schema, and nothing else is wrong with the port. What is
 * no number at all, is none that anybody knows.
 */
export function portNumber({ value }: Field): number | undefined {
  if (typeof value === 'number') {
    return value;
  }
  return typeof value === 'string' && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : undefined;
}

/** A port of a list in words, by its number, which stands at a key, or else by its name, or by its place. */
export function portWords(port: Field, key: 'port' | 'number'): string {
  const number = portNumber(port.at(key));
  const name = port.at('name').text ?? '';
  return number === undefined ? (name === '' ? `ports[${port.key}]` : `the port "${name}"`) : `port ${number}`;
}

/** Stands for a number that nobody knows among ports that are known: no port has it. */
export const NO_NUMBER = 0;
