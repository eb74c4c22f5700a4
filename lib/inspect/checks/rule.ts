/** How much a finding matters: an error is refused or breaks traffic, a warning works by accident, an info is a remark. */
export type Severity = 'error' | 'warning' | 'info';

/** The severities, the gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What a code stands for. Codes are never used again for something else. */
export interface Rule {
  /** Family and number: `CRD001`. */
  readonly code: string;
  /** The same as a word: `unknown-field`. */
  readonly slug: string;
  readonly severity: Severity;
  /** What it finds, in one sentence. */
  readonly summary: string;
  /** Other codes that say the same. */
  readonly aliases: readonly string[];
  /** Codes that say the same where both are found at one place: the finding is then theirs, with this one as alias. */
  readonly twins?: readonly string[];
  /** Codes that say a part of it where both are found at one place: the finding stays this one, with theirs as aliases. */
  readonly covers?: readonly string[];
  /** Messages of rules that definitions state as expressions (`CRD009`), and that say the same at this place or above: the finding stays this one. */
  readonly expressions?: readonly string[];
  /** Where it is explained, if it is not one of ours: a file or an address. */
  readonly page?: string;
}
