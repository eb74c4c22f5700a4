import type { Finding } from '../checks/finding';
import type { Rule } from '../checks/rule';
import type { SourceFile } from '../model/source-file';

/** What a report is made of. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  /** Where the tool is at home in the net. */
  readonly home?: string;
  readonly istioVersion: string;
  readonly summary: Summary;
  readonly findings: readonly Finding[];
  /** The files that were read, so that people see the lines that findings are about. */
  readonly files: readonly SourceFile[];
  /** What could not be judged, since the input shows nothing of it: `namespace shop`. */
  readonly undecided?: readonly string[];
  /** How many findings were mended in which files. */
  readonly mended?: ReadonlyMap<string, number>;
  /** The rules that were asked. */
  readonly rules: readonly Rule[];
}

/** The figures of a report. These are the names of the JSON output, and a promise. */
export interface Summary {
  readonly files: number;
  readonly objects: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly suppressed: number;
  /** How many of the objects are of a kind or version that nobody knows here. */
  readonly notJudged: number;
  /** How many findings were mended, where somebody asked for that; they are among none of the others. */
  readonly fixed?: number;
}

/** How a report is shown. */
export interface ReportStyle {
  readonly colors: boolean;
}
