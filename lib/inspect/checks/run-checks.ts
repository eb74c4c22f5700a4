import type { Repair } from '../fix/repair';
import { Part, partsOf, referenceBy } from '../mesh/input-resources';
import { MESH_CONFIG_KINDS } from '../mesh/mesh-config';
import type { NamespaceRules } from '../mesh/object-reference';
import type { SetSettings } from '../mesh/object-set';
import type { Input, LocatedProblem } from '../model/input';
import { asWritten, KubeObject } from '../model/kube-object';
import { AS_CALLED } from '../model/kustomize-step';
import type { SchemaStore } from '../schema/schema-store';
import { canJudge } from '../schema/violations';
import type { Check, Undecided } from './check';
import { consequencesOf, isCause, isOfNoHost, isOfSchema, saidBy } from './consequences';
import { Copies } from './copies';
import { documentRules } from './document-rules';
import { Draft, findingOf, joinTwins } from './draft';
import { compareFindings, Finding } from './finding';
import { internalErrorRule } from './internal-error-rule';
import { Judging } from './judging';
import { ofPatched } from './patched-places';
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
  const { schemas, istioRelease, filter } = options;
  const parts = partsOf(input, options, options.set);
  const copies = new Copies(parts.flatMap(({ documents }) => documents));
  const sieve = new Sieve(options, copies, () => namesOfAll(checks));
  const applying = checks.filter(one => isAsked(one, filter));
  const judging = new Judging();
  const ofCopies: Draft[] = [];
  const judged = new Set<KubeObject>();
  sift(input.problems.map(located => draftOfDocument(located, input, options)), sieve);
  for (const { documents, makeSet, isJudged } of parts) {
    const set = makeSet();
    const context = { schemas, istioRelease, set };
    for (const subjects of portionsOf(documents, set.all.filter(isJudged), applying)) {
      applying.forEach(check => subjects.of(check).forEach(resource => judging.judge(resource, check, context)));
      const [several, single] = parted(ofPatched(joinTwins(judging.takeDrafts())), ({ place }) => copies.has(place.resource!));
      several.forEach(draft => ofCopies.push(draft));
      sift(single, sieve);
      subjects.documents.forEach(({ source }) => judged.add(asWritten(source)));
      options.progress?.(judged.size, input.objects.length);
    }
  }
  sift(copies.mendable(ofCopies), sieve);
  parts.forEach(({ documents }) => documents.forEach(resource => sieve.addSuppressionProblems(resource)));
  return {
    findings: [...sieve.findings, ...judging.failures.filter(draft => copies.addIfNew(draft)).map(findingOf)].sort(compareFindings),
    repairs: sieve.repairs,
    suppressed: sieve.suppressed,
    idleSuppressions: sieve.idleSuppressions,
    notJudged: notJudged(parts, schemas),
    undecided: judging.undecided,
    crashes: judging.crashes,
  };
}

function notJudged(parts: readonly Part[], schemas: SchemaStore): readonly KubeObject[] {
  const unknown = parts.flatMap(({ documents }) => documents.filter(({ kind, source }) => (
    !MESH_CONFIG_KINDS.includes(kind) && !canJudge(source.value, schemas)
  )));
  return [...new Set(unknown.map(({ source }) => asWritten(source)))];
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
      object: object && referenceBy({ ...AS_CALLED, namespace: input.kustomized.everything.get(document.file)?.[0].naming.namespace }, object, rules),
      position: () => (offset === undefined ? document.positionOf(path) : document.positionAt(offset)),
    },
  };
}
