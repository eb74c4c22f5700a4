import type { Repair } from '../fix/repair';
import { referencesIn, resourcesIn, setOf } from '../mesh/input-resources';
import { MESH_CONFIG_KINDS } from '../mesh/mesh-config';
import type { NamespaceRules } from '../mesh/object-reference';
import type { SetSettings } from '../mesh/object-set';
import type { Resource } from '../mesh/resource';
import type { Input, LocatedProblem } from '../model/input';
import type { KubeObject } from '../model/kube-object';
import { canJudge } from '../schema/violations';
import type { Check, Undecided } from './check';
import { consequencesOf, isCause, isOfNoHost, isOfSchema, saidBy } from './consequences';
import { Copies, withoutFix } from './copies';
import { documentRules } from './document-rules';
import { Draft, findingOf, joinTwins } from './draft';
import { compareFindings, Finding } from './finding';
import { internalErrorRule } from './internal-error-rule';
import { Judging } from './judging';
import { Overlays } from './overlays';
import { canApply, isNamed, RuleFilter } from './rule-filter';
import { namesOf } from './rule-names';
import { Sieve, SieveOptions } from './sieve';
import { portionsOf } from './subjects';
import type { Suppression } from './suppression';
import { suppressionRules } from './suppression-rules';

/** How an input is judged. */
export interface JudgeOptions extends NamespaceRules, SieveOptions {
  /** The release of Istio that the objects are meant for. */
  readonly istioRelease: string;
  readonly set: SetSettings;
  /** Hears how many documents are judged. */
  readonly progress?: (done: number, all: number) => void;
}

/** What was found. */
export interface Verdict {
  /** In the order in which they are shown. */
  readonly findings: readonly Finding[];
  /** What would mend some of them. */
  readonly repairs: readonly Repair[];
  /** How many more there would be without suppressions. */
  readonly suppressed: number;
  /** The suppressions that hid nothing. */
  readonly idleSuppressions: readonly Suppression[];
  /** The objects whose kind or version nobody knows here, so that they were held against no schema. What rules ask of their kind, they asked. */
  readonly notJudged: readonly KubeObject[];
  /** What could not be judged, since the input shows only a part of what there is. */
  readonly undecided: readonly Undecided[];
  /** What checks threw that failed themselves. Each is a finding too. */
  readonly crashes: readonly unknown[];
}

/**
 * Judges all objects of an input by all checks that the filter lets apply, and reports what kept documents from being read. Objects are judged
 * portion by portion: to come back to each of thousands for every check takes longer, since no processor keeps them all at hand.
 */
export function runChecks(input: Input, checks: readonly Check[], options: JudgeOptions): Verdict {
  const documents = resourcesIn(input, options);
  const { schemas, istioRelease } = options;
  const judgingOf = (some: readonly Resource[]): Judging => new Judging({ schemas, istioRelease, set: setOf(input, some, options.set) });
  const judging = judgingOf(documents);
  const { namespaces, changed } = input.kustomized;
  // A patch would miss what is mended.
  const isChanged = ({ place: { resource } }: Draft): boolean => resource !== undefined && changed.has(resource.source.document.file);
  const copies = new Copies(documents);
  const overlays = new Overlays(documents, copies, ({ source }) => namespaces.has(source.document.file), judgingOf);
  const sieve = new Sieve(options, copies, () => namesOfAll(checks));
  const applying = checks.filter(one => isAsked(one, options.filter));
  let judged = 0;
  sift(joinTwins(input.problems.map(located => draftOfDocument(located, input, options))), sieve);
  for (const subjects of portionsOf(documents, judging.set, applying)) {
    for (const check of applying) {
      for (const resource of subjects.of(check)) {
        judging.judge(resource, check);
        overlays.judge(resource, check);
      }
    }
    const said = joinTwins(overlays.certain(judging.takeDrafts()));
    sift(copies.mendable(said).map(draft => (isChanged(draft) ? withoutFix(draft) : draft)), sieve);
    judged += new Set(subjects.documents.map(({ source }) => source)).size;
    options.progress?.(judged, input.objects.length);
  }
  documents.forEach(resource => sieve.addSuppressionProblems(resource));
  return {
    findings: [...sieve.findings, ...judging.failures.filter(draft => copies.addIfNew(draft)).map(findingOf)].sort(compareFindings),
    repairs: sieve.repairs,
    suppressed: sieve.suppressed,
    idleSuppressions: sieve.idleSuppressions,
    notJudged: [...new Set(documents.filter(({ kind, source }) => !MESH_CONFIG_KINDS.includes(kind) && !canJudge(source.value, options.schemas))
      .map(({ source }) => source))],
    undecided: judging.undecided,
    crashes: judging.crashes,
  };
}

/** Lets one defect be one finding. What is said of an object has to come together. */
function sift(drafts: readonly Draft[], sieve: Sieve): void {
  const isConsequence = consequencesOf(drafts.filter(isCause).filter(draft => sieve.add(draft)));
  const [following, others] = parted(drafts.filter(draft => !isCause(draft)), isConsequence);
  const [refusals, rest] = parted(others, draft => isOfSchema(draft) || isOfNoHost(draft));
  const isSaid = saidBy(refusals.filter(draft => sieve.add(draft)));
  following.forEach(draft => sieve.leaveOut(draft));
  rest.forEach(draft => (isSaid(draft) ? sieve.leaveOut(draft) : sieve.add(draft)));
}

function parted(drafts: readonly Draft[], isFirst: (draft: Draft) => boolean): readonly [first: readonly Draft[], second: readonly Draft[]] {
  return [drafts.filter(isFirst), drafts.filter(draft => !isFirst(draft))];
}

function namesOfAll(checks: readonly Check[]): string[] {
  const found = [internalErrorRule, ...Object.values(documentRules), ...Object.values(suppressionRules)];
  return [...found, ...checks.flatMap(({ rules }) => rules)].flatMap(namesOf);
}

function isAsked({ rules, onRequest = false }: Check, filter: RuleFilter): boolean {
  return rules.some(rule => canApply(rule, filter) && (!onRequest || isNamed(rule, filter)));
}

function draftOfDocument({ problem, document, object }: LocatedProblem, input: Input, rules: NamespaceRules): Draft {
  const { kind, path, offset, message, repair } = problem;
  return {
    problem: { rule: documentRules[kind], path: path.slice(object?.path.length), message, repair },
    twins: [],
    place: {
      file: document.file.name,
      object: object && referencesIn(input, object, rules)[0],
      position: () => (offset === undefined ? document.positionOf(path) : document.positionAt(offset)),
    },
  };
}
