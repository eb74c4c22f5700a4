import type { Check } from '../inspect/checks/check';
import { compareFindings, Finding } from '../inspect/checks/finding';
import { JudgeOptions, runChecks, Verdict } from '../inspect/checks/run-checks';
import type { Repair } from '../inspect/fix/repair';
import { Input, readInput } from '../inspect/model/input';
import type { SourceFile } from '../inspect/model/source-file';
import type { YamlDocument } from '../inspect/model/yaml-document';
import type { FileSet } from './environment-sets';

/** What was read, and what was found in it. */
export interface JudgedSets {
  readonly input: Input;
  readonly sets: readonly FileSet[];
  readonly verdict: Verdict;
}

/** Hears of the documents that are read, and of the objects that are judged. */
export interface JudgeProgress {
  readonly reading?: (done: number, all: number) => void;
  readonly judging?: (done: number, all: number) => void;
}

/** Judges sets of files, each as if there were no other. A file may be in several sets; it is read once, and what is found twice is told once. */
export function judgedSets(sets: readonly FileSet[], checks: readonly Check[], options: JudgeOptions, progress: JudgeProgress = {}): JudgedSets {
  const input = readInput([...new Set(sets.flatMap(({ files }) => files))], progress.reading);
  const parts = sets.map(set => (sets.length === 1 ? input : partOf(input, set)));
  const verdicts = parts.map((part, index) => runChecks(part, checks, {
    ...options,
    set: { ...options.set, assumed: [...options.set.assumed, ...sets[index].assumed] },
    progress: done => progress.judging?.(objectsOf(parts.slice(0, index)) + done, objectsOf(parts)),
  }));
  return { input, sets, verdict: verdicts.length === 1 ? verdicts[0] : together(verdicts) };
}

function objectsOf(inputs: readonly Input[]): number {
  return inputs.reduce((sum, { objects }) => sum + objects.length, 0);
}

/** What an input holds of a set. */
export function partOf(input: Input, { files }: FileSet): Input {
  const own = new Set<SourceFile>(files);
  const isOwn = ({ document }: { readonly document: YamlDocument }): boolean => own.has(document.file);
  return {
    ...input,
    files,
    objects: input.objects.filter(isOwn),
    values: input.values.filter(isOwn),
    others: input.others.filter(isOwn),
    problems: input.problems.filter(isOwn),
  };
}

function together(verdicts: readonly Verdict[]): Verdict {
  const [first] = verdicts;
  return {
    findings: distinct(verdicts.flatMap(({ findings }) => findings), keyOfFinding).sort(compareFindings),
    repairs: distinct(verdicts.flatMap(({ repairs }) => repairs), keyOfRepair),
    suppressed: verdicts.reduce((sum, { suppressed }) => sum + suppressed, 0),
    // A suppression may be meant for one of the sets.
    idleSuppressions: first?.idleSuppressions.filter(one => verdicts.every(({ idleSuppressions }) => idleSuppressions.includes(one))) ?? [],
    notJudged: [...new Set(verdicts.flatMap(({ notJudged }) => notJudged))],
    undecided: verdicts.flatMap(({ undecided }) => undecided),
    crashes: verdicts.flatMap(({ crashes }) => crashes),
  };
}

function distinct<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map(value => [keyOf(value), value])).values()];
}

function keyOfFinding(finding: Finding): string {
  return JSON.stringify(finding);
}

/** One place is mended once, though two sets may know different repairs. */
function keyOfRepair({ object, code, path }: Repair): string {
  const { document } = object;
  return JSON.stringify([document.file.name, document.range.start, object.path, code, path]);
}
