import type { ObjectReference } from '../mesh/object-reference';
import type { Severity } from './rule';

/** One defect of the input. These are the names of the JSON output, and a promise. */
export interface Finding {
  readonly code: string;
  /** The slug of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly object?: ObjectReference;
  /** Path of the construct that rendered the object, where that is known. */
  readonly construct?: string;
  /** Where in the object. */
  readonly path?: string;
  /** Other codes that say the same. */
  readonly aliases: readonly string[];
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** What is expected there, where the message does not say it. */
  readonly expected?: string;
  readonly repair?: string;
  /** There where `--fix` knows how to mend it. */
  readonly fixable?: true;
  /** The page of the code: of ours from the root of the package. */
  readonly url: string;
}

/**
 * The order in which findings are shown: by file, line, code and message, and where all these are equal by column. What is equal in all of
 * it stands in the order of what else is said, so that no order depends on which object was judged first.
 */
export function compareFindings(a: Finding, b: Finding): number {
  for (const key of KEYS) {
    if (a[key] !== b[key]) {
      return compared(a[key] ?? 0, b[key] ?? 0);
    }
  }
  return compared(JSON.stringify(a), JSON.stringify(b));
}

/** The order in which people read: within a file from left to right, too. */
export function compareByPlace(a: Finding, b: Finding): number {
  const distance = a.file === b.file && a.line === b.line ? (a.column ?? 0) - (b.column ?? 0) : 0;
  return distance === 0 ? compareFindings(a, b) : distance;
}

const KEYS = ['file', 'line', 'code', 'message', 'column'] as const;

function compared(one: number | string, other: number | string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
