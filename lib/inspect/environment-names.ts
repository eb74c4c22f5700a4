/** What an environment is called in short: folders of one team say `dev` where others say `development`. Other words are as they are. */
export function shortName(word: string): string {
  return SHORT.get(word.toLowerCase()) ?? word;
}

/** Whether a word is what people call an environment. */
export function isEnvironmentName(word: string): boolean {
  return NAMES.has(word.toLowerCase());
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['development', 'dev'], ['production', 'prod'], ['prd', 'prod'], ['staging', 'stage'], ['stg', 'stage'], ['testing', 'test'],
]);

const NAMES: ReadonlySet<string> = new Set([...SHORT.keys(), ...SHORT.values(), 'qa', 'uat', 'sandbox', 'local']);
