import type { Field } from './field';

/** Whether an entry of a VirtualService takes all requests: one of its matches, if it has some, asks for nothing. */
export function takesAll(entry: Field): boolean {
  const matches = entry.at('match').items();
  return matches.length === 0 || matches.some(match => match.entries().every(([key, value]) => (
    key === 'name' || (key === 'uri' && value.entries().every(([kind, { text }]) => kind === 'prefix' && text === '/'))
  )));
}
