import { checkNotes } from '../../cli/check-notes';
import type { FileSet } from '../../cli/environment-sets';
import { checksOf, judgeOptions } from '../../cli/judge-options';
import { judgedSets } from '../../cli/judged-sets';
import { tool } from '../../cli/tool';
import { loadRules } from '../../inspect/checks/load-rules';
import { SEVERITIES, Severity } from '../../inspect/checks/rule';
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

/** Judges sets of files, each as if there were no other. */
export function judgeSets(sets: readonly FileSet[], settings: CheckSettings): SetsVerdict {
  const book = loadRules(settings.rules);
  const options = judgeOptions(settings, book);
  const { input, verdict } = judgedSets(sets, checksOf(settings.analyzer, book), options);
  const summary = summaryOf(input, verdict);
  return {
    report: { tool, istioVersion: settings.istioVersion, summary, findings: verdict.findings, files: input.files, rules: book.rules },
    failed: verdict.crashes.length > 0 || verdict.findings.some(({ severity }) => failing(settings.failOn).includes(severity)),
    notes: checkNotes({ input, sets, failures: [], notes: [], verdict, schemas: options.schemas, complete: settings.complete }, { env: process.env }),
  };
}

function failing(failOn: CheckSettings['failOn']): readonly Severity[] {
  return failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
}
