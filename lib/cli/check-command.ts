import type { Check } from '../inspect/checks/check';
import { SEVERITIES, Severity } from '../inspect/checks/rule';
import type { JudgeOptions, Verdict } from '../inspect/checks/run-checks';
import { mend } from '../inspect/fix/mend';
import type { Repair } from '../inspect/fix/repair';
import { unifiedDiff } from '../inspect/fix/unified-diff';
import { groupBy } from '../inspect/group-by';
import { MetadataFiles } from '../inspect/model/metadata-files';
import type { SourceFile } from '../inspect/model/source-file';
import { printable } from '../inspect/report/printable';
import { ReportFormat, reporters } from '../inspect/report/reporters';
import { summaryOf } from '../inspect/report/summary';
import { checkNotes, undecidedPlaces } from './check-notes';
import { CliError } from './cli-error';
import { environmentSets } from './environment-sets';
import { FileFlags, inputFilesAt } from './input-files';
import { checksOf, JudgeFlags, judgeOptions } from './judge-options';
import { JudgedSets, judgedSets } from './judged-sets';
import { leftNotes } from './left-notes';
import { writeMended } from './mended-files';
import { ruleBookOf } from './own-rules';
import { Progress } from './progress';
import type { Terminal } from './terminal';
import { home, tool } from './tool';

/** What `check` is told. */
export interface CheckFlags extends JudgeFlags, FileFlags {
  readonly format: ReportFormat;
  readonly failOn: Severity | 'never';
  readonly rules: readonly string[];
  readonly fix: boolean;
  readonly dryRun: boolean;
}

/** Judges what the paths name, and reports it. Returns the exit status. */
export async function check(paths: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<number> {
  refuseNonsense(paths, flags);
  const book = ruleBookOf(flags.rules);
  const [checks, options] = [checksOf(flags.analyzer, book), judgeOptions(flags, book)];
  const { files: found, failures, notes } = await inputFilesAt(paths, flags, terminal);
  const judge = (files: readonly SourceFile[]): CheckedInput => judged(files, checks, options, terminal);
  const { files, checked, done, left } = flags.fix ? mend(found, judge) : { files: found, checked: judge(found), done: [], left: [] };
  const { input, sets, verdict } = checked;
  leftNotes(left).forEach(note => terminal.note(`${tool.name}: ${note}`));
  if (flags.dryRun) {
    const diffs = files.map(({ name, text }, index) => unifiedDiff(name, found[index].text, text));
    terminal.write(diffs.join(''));
    failures.forEach(({ message }) => terminal.note(`${tool.name}: ${printable(message)}`));
    return failures.length > 0 || verdict.crashes.length > 0 ? 2 : Number(done.length > 0);
  }
  writeMended(found, files);
  const findings = new MetadataFiles().nameConstructs(verdict.findings);
  const summary = { ...summaryOf(input, verdict), ...(flags.fix ? { fixed: done.length } : {}) };
  const mended = new Map([...groupBy(done, ({ object }) => object.document.file.name)].map(([name, own]) => [name, own.length]));
  const undecided = undecidedPlaces(verdict);
  const report = { tool, home, istioVersion: flags.istioVersion, summary, findings, undecided, files, mended, rules: book.rules };
  terminal.write(reporters[flags.format](report, { colors: terminal.colors }));
  checkNotes({ input, sets, failures, notes, verdict, schemas: options.schemas, complete: flags.complete }, terminal).forEach(terminal.note);
  return failures.length > 0 || verdict.crashes.length > 0 ? 2 : statusOf(verdict, flags.failOn);
}

function refuseNonsense(paths: readonly string[], { fix, dryRun, format }: CheckFlags): void {
  if (paths.length === 0) {
    throw new CliError('check: no input: name files, folders, or - for stdin');
  }
  if (dryRun && (!fix || format !== 'text')) {
    throw new CliError(`--dry-run: ${fix ? `prints a diff, not ${format}: omit --format` : 'requires --fix: use --fix --dry-run'}`);
  }
  if (fix && !dryRun && paths.includes('-')) {
    throw new CliError('--fix: stdin cannot be fixed: name the file, or use --fix --dry-run for a diff');
  }
}

/** Nothing of the progress is left when the report is written, which may be on the same terminal. */
function judged(files: readonly SourceFile[], checks: readonly Check[], options: JudgeOptions, terminal: Terminal): CheckedInput {
  const progress = new Progress(terminal.progress ?? NOWHERE);
  try {
    const found = judgedSets(environmentSets(files), checks, options, {
      reading: (done, all) => progress.at('reading, document', done, all),
      judging: (done, all) => progress.at('judging, object', done, all),
    });
    return { ...found, repairs: found.verdict.repairs };
  } finally {
    progress.end();
  }
}

interface CheckedInput extends JudgedSets {
  readonly repairs: readonly Repair[];
}

const NOWHERE = { write: () => {} };

function statusOf({ findings }: Verdict, failOn: CheckFlags['failOn']): 0 | 1 {
  const failing = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return findings.some(({ severity }) => failing.includes(severity)) ? 1 : 0;
}
