import { deepStrictEqual } from 'node:assert';
import { allChecks } from '../../lib/inspect/checks/all-checks';
import type { Check } from '../../lib/inspect/checks/check';
import { JudgeOptions, runChecks, Verdict } from '../../lib/inspect/checks/run-checks';
import { originOf } from '../../lib/inspect/mesh/object-reference';
import { readInput } from '../../lib/inspect/model/input';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { splitDocuments } from '../../lib/inspect/model/split-documents';
import { SetInTest, setSettings, testSchemas } from './object-set';
import { isReadAsPlain } from './plain-agreement';

/** What is judged in a test, and how, beside the YAML. */
export type Judged = Partial<Omit<JudgeOptions, 'set'>> & { readonly checks?: readonly Check[]; readonly set?: SetInTest };

/**
 * Judges YAML by some checks, in the namespace `shop` where an object names none. Whatever is judged, checks have nothing to say of objects
 * without their fields, and what is plain is read as all YAML is.
 */
export function judge(yaml: string, judged: Judged = {}): Verdict {
  const files = [new SourceFile('shop.yaml', yaml)];
  splitDocuments(yaml).forEach(range => isReadAsPlain(yaml, range));
  const verdict = judgeFiles(files, judged);
  const { checks = allChecks } = judged;
  if (checks.some(({ fields }) => fields !== undefined)) {
    const { findings, undecided } = judgeFiles(files, { ...judged, checks: checks.map(check => ({ ...check, fields: undefined })) });
    deepStrictEqual([verdict.findings, verdict.undecided], [findings, undecided]);
  }
  return verdict;
}

/** Judges files in the same way. */
export function judgeFiles(files: readonly SourceFile[], { checks = allChecks, set, ...options }: Judged): Verdict {
  return runChecks(readInput(files), checks, {
    schemas: testSchemas,
    istioRelease: '1.30',
    filter: { only: [], skip: [] },
    suppressions: [],
    defaultNamespace: 'shop',
    set: setSettings(set ?? {}),
    ...options,
  });
}

/** What checks find in YAML, a line for each finding: `CODE rule | Kind namespace/name | path | message`. */
export function found(yaml: string, options: Judged = {}): string[] {
  return judge(yaml, options).findings.map(({ code, rule, object, path = '', message }) => [`${code} ${rule}`, originOf(object), path, message].join(' | '));
}
