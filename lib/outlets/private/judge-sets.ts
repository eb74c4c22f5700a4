import { checkNotes } from '../../cli/check-notes';
import { judgeOptions } from '../../cli/judge-options';
import { tool } from '../../cli/tool';
import { compareFindings, Finding } from '../../inspect/checks/finding';
import { loadRules } from '../../inspect/checks/load-rules';
import { SEVERITIES, Severity } from '../../inspect/checks/rule';
import { runChecks, Verdict } from '../../inspect/checks/run-checks';
import { Input, readInput } from '../../inspect/model/input';
import type { SourceFile } from '../../inspect/model/source-file';
import type { Report } from '../../inspect/report/report';
import { summaryOf } from '../../inspect/report/summary';
import type { CheckSettings } from './check-properties';

/** What became of several sets of objects, each judged for itself. */
export interface SetsVerdict {
  readonly report: Report;
  /** Whether a finding is as grave as what fails, or a check has failed itself. */
  readonly failed: boolean;
  /** What is said apart from the findings, a line each. */
  readonly notes: readonly string[];
}

/** Judges sets of files, each as if there were no other. A file may be in several sets; what is found twice is told once. */
export function judgeSets(sets: ReadonlyArray<readonly SourceFile[]>, settings: CheckSettings): SetsVerdict {
  const book = loadRules(settings.rules);
  const options = judgeOptions(settings, book);
  const judged = sets.map(files => {
    const input = readInput(files);
    return { input, verdict: runChecks(input, book.checks, options) };
  });
  const verdict = together(judged.map(one => one.verdict));
  const input = union(judged.map(one => one.input));
  const summary = summaryOf(input, verdict);
  return {
    report: { tool, istioVersion: settings.istioVersion, summary, findings: verdict.findings, files: input.files, rules: book.rules },
    failed: verdict.crashes.length > 0 || verdict.findings.some(({ severity }) => failing(settings.failOn).includes(severity)),
    notes: checkNotes({ input, failures: [], verdict }, { env: process.env }),
  };
}

function failing(failOn: CheckSettings['failOn']): readonly Severity[] {
  return failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
}

function together(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  return {
    findings: distinct(verdicts.flatMap(({ findings }) => findings)).sort(compareFindings),
    repairs: verdicts.flatMap(({ repairs }) => repairs),
    suppressed: verdicts.reduce((sum, { suppressed }) => sum + suppressed, 0),
    // A suppression may be meant for one of the sets.
    idleSuppressions: first?.idleSuppressions.filter(one => verdicts.every(({ idleSuppressions }) => idleSuppressions.includes(one))) ?? [],
    notJudged: verdicts.flatMap(({ notJudged }) => notJudged),
    undecided: verdicts.flatMap(({ undecided }) => undecided),
    crashes: verdicts.flatMap(({ crashes }) => crashes),
  };
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map(finding => [JSON.stringify(finding), finding])).values()];
}

function union(inputs: readonly Input[]): Input {
  return {
    files: [...new Set(inputs.flatMap(({ files }) => files))],
    objects: inputs.flatMap(({ objects }) => objects),
    values: inputs.flatMap(({ values }) => values),
    problems: inputs.flatMap(({ problems }) => problems),
  };
}
