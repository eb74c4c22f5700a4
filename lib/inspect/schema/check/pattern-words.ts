import { matcherOf } from '../syntax/re2';
import { GATEWAY_DURATION, durationRepair } from './duration-repair';

/** What a pattern asks for in words, and how a value has to be written to match it, if that can be told. */
export interface PatternWords {
  readonly expected: string;
  readonly repair: (value: string, field: string) => string | undefined;
}

/** The words for the patterns that people meet who write YAML; of others the pattern has to do. */
export function patternWords(pattern: string): PatternWords | undefined {
  return WORDS.get(pattern);
}

const WILDCARD_HOST = '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$';

const WORDS: ReadonlyMap<string, PatternWords> = new Map([
  [WILDCARD_HOST, { expected: 'a lowercase DNS name, such as shop.example.com or *.example.com', repair: hostRepair }],
  [GATEWAY_DURATION, { expected: 'up to four whole numbers with h, m, s or ms, such as 10s or 1m30s', repair: durationRepair }],
]);

function hostRepair(value: string, field: string): string | undefined {
  if (value === '*') {
    return `remove ${field} to accept all hosts`;
  }
  const host = value.replace(/^https?:\/\//i, '').replace(/\/.*$/, '').replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase();
  return host !== value && matcherOf(WILDCARD_HOST)(host) ? `write only the host, in lowercase: ${host}` : undefined;
}
