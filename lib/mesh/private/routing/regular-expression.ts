import type * as re2js from 're2js';

/** The mesh reads no longer pattern. */
const MOST_BYTES = 1024;

/**
 * Refuses what is no regular expression for the mesh. It reads RE2, without look-around and back references, and a pattern has to match
 * a whole text.
 *
 * @throws when the pattern is none, with the call that got it and the reason
 */
export function checkRegularExpression(pattern: string, call: string): void {
  const bytes = Buffer.byteLength(pattern);
  if (bytes > MOST_BYTES) {
    throw new Error(`${call}: this pattern has ${bytes} bytes, but the mesh reads at most ${MOST_BYTES}. Split it: Match.any takes several.`);
  }
  try {
    engine().compile(pattern);
  } catch (error) {
    throw new Error(`${call}: ${(error as Error).message}. Write it in RE2, as the mesh reads it: without look-around and back references.`);
  }
}

/** Whether a pattern matches all of a text. */
export function matchesAll(pattern: string, text: string): boolean {
  return engine().compile(pattern).matcher(text).matches();
}

/** What every match of a pattern begins with, as far as it is plain: nothing if there are alternatives. */
export function literalStart(pattern: string): string {
  return LITERAL_START.exec(pattern)?.[0] ?? '';
}

const LITERAL_START = /^(?![^]*\|)(?:[\w/-](?![*?{]))*/;

/** Most programs have no regular expression: the engine is loaded with the first. */
function engine(): typeof re2js.RE2JS {
  return (require('re2js') as typeof re2js).RE2JS;
}
