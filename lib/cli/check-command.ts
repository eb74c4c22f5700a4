import type { Check } from '../inspect/checks/check';
import { SEVERITIES, Severity } from '../inspect/checks/rule';
import { JudgeOptions, runChecks, Verdict } from '../inspect/checks/run-checks';
import { Input, readInput } from '../inspect/model/input';
import { MetadataFiles } from '../inspect/model/metadata-files';
import type { SourceFile } from '../inspect/model/source-file';
import { ReportFormat, reporters } from '../inspect/report/reporters';
import { summaryOf } from '../inspect/report/summary';
import { checkNotes } from './check-notes';
import { CliError } from './cli-error';
import { inputFilesAt } from './input-files';
import { checksOf, JudgeFlags, judgeOptions } from './judge-options';
import { ruleBookOf } from './own-rules';
import { Progress } from './progress';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** What `check` is told. */
export interface CheckFlags extends JudgeFlags {
  readonly format: ReportFormat;
  readonly failOn: Severity | 'never';
  readonly stdinFilename: string;
  readonly rules: readonly string[];
}

/** Judges what the paths name, and reports it. Returns the exit status. */
export async function check(paths: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<number> {
  if (paths.length === 0) {
    throw new CliError('check: nothing is named: name files, folders, or - for stdin');
  }
  const book = ruleBookOf(flags.rules);
  const [checks, options] = [checksOf(flags.analyzer, book), judgeOptions(flags, book)];
  const { files, failures } = await inputFilesAt(paths, flags.stdinFilename, terminal);
  const { input, verdict } = judged(files, checks, options, terminal);
  const findings = new MetadataFiles().nameConstructs(verdict.findings);
  const report = { tool, istioVersion: flags.istioVersion, summary: summaryOf(input, verdict), findings, files, rules: book.rules };
  terminal.write(reporters[flags.format](report, { colors: terminal.colors }));
  checkNotes({ input, failures, verdict }, terminal).forEach(terminal.note);
  return failures.length > 0 || verdict.crashes.length > 0 ? 2 : statusOf(verdict, flags.failOn);
}

/** Nothing of the progress is left when the report is written, which may be on the same terminal. */
function judged(files: readonly SourceFile[], checks: readonly Check[], options: JudgeOptions, terminal: Terminal): CheckedInput {
  const progress = new Progress(terminal.progress ?? NOWHERE);
  try {
    const input = readInput(files, (done, all) => progress.at('reading, document', done, all));
    const verdict = runChecks(input, checks, { ...options, progress: (done, all) => progress.at('judging, check', done, all) });
    return { input, verdict };
  } finally {
    progress.end();
  }
}

interface CheckedInput {
  readonly input: Input;
  readonly verdict: Verdict;
}

const NOWHERE = { write: () => {} };

function statusOf({ findings }: Verdict, failOn: CheckFlags['failOn']): 0 | 1 {
  const failing = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return findings.some(({ severity }) => failing.includes(severity)) ? 1 : 0;
}
