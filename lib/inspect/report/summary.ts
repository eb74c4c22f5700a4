import type { Severity } from '../checks/rule';
import type { Verdict } from '../checks/run-checks';
import type { Input } from '../model/input';
import type { Summary } from './report';

/** The figures of a verdict. */
export function summaryOf({ files, objects }: Input, { findings, suppressed, notJudged }: Verdict): Summary {
  const count = (severity: Severity): number => findings.filter(finding => finding.severity === severity).length;
  return {
    files: files.length,
    objects: objects.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    suppressed,
    notJudged: notJudged.length,
  };
}
