import { TextMatch } from '../../text-match';

/** The header `cookie` of requests that have this cookie with this value, among others or alone. */
export function cookieMatch(name: string, value: string): TextMatch {
  return TextMatch.regex(`(?:.*; ?)?${quoted(name)}=${quoted(value)}(?:;.*)?`);
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
