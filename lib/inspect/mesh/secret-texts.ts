import type { Resource } from './resource';

/** What a Secret holds by its keys, as texts. The API server lays `stringData` over `data` when it takes the Secret. */
export function secretTexts({ root }: Resource): ReadonlyMap<string, string> {
  const data = root.at('data').entries().map(([key, { text = '' }]) => [key, Buffer.from(text, 'base64').toString()] as const);
  return new Map([...data, ...root.at('stringData').entries().map(([key, { text = '' }]) => [key, text] as const)]);
}
