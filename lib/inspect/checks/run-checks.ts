import type { Input, LocatedProblem } from '../model/input';
import type { KubeObject } from '../model/kube-object';
import type { LinePosition } from '../model/line-index';
import { formatPath } from '../schema/format-path';
import { canJudge } from '../schema/violations';
import type { Check, CheckContext, Problem } from './check';
import { documentRules } from './document-rules';
import { compareFindings, Finding } from './finding';
import { internalErrorRule } from './internal-error-rule';
import { ObjectReference, originOf, referenceTo } from './object-reference';
import { applies, RuleFilter } from './rule-filter';
import { pageOf } from './rule-names';
import type { Suppression } from './suppression';

/** How an input is judged. */
export interface JudgeOptions extends CheckContext {
  readonly filter: RuleFilter;
  readonly suppressions: readonly Suppression[];
  /** The namespace of namespaced objects that name none; empty for none. */
  readonly defaultNamespace: string;
}

/** What was found. */
export interface Verdict {
  /** In the order in which they are shown. */
  readonly findings: readonly Finding[];
  /** How many more there would be without suppressions. */
  readonly suppressed: number;
  /** The suppressions that hid nothing. */
  readonly idleSuppressions: readonly Suppression[];
  /** The objects whose kind or version nobody knows here, so that nothing was said of them. */
  readonly notJudged: readonly KubeObject[];
  /** What checks threw that failed themselves. Each is a finding too. */
  readonly crashes: readonly unknown[];
}

/** Judges all objects of an input by all checks that the filter lets apply, and reports what kept documents from being read. */
export function runChecks(input: Input, checks: readonly Check[], options: JudgeOptions): Verdict {
  const run = new Run(options);
  input.problems.forEach(located => run.addDocumentProblem(located));
  const applying = checks.filter(({ rules }) => rules.some(rule => applies(rule, options.filter)));
  for (const object of input.objects) {
    applying.forEach(check => run.judge(object, check));
  }
  return {
    findings: run.findings.sort(compareFindings),
    suppressed: run.suppressed,
    idleSuppressions: options.suppressions.filter(suppression => !run.usedSuppressions.has(suppression)),
    notJudged: input.objects.filter(({ value }) => !canJudge(value, options.schemas)),
    crashes: run.crashes,
  };
}

/** Where a problem is: in a file, and in an object if there is one. */
interface Place {
  readonly file: string;
  readonly object?: ObjectReference;
  readonly position: () => LinePosition;
}

class Run {
  public readonly findings: Finding[] = [];
  public readonly crashes: unknown[] = [];
  public readonly usedSuppressions = new Set<Suppression>();
  public suppressed = 0;

  constructor(private readonly options: JudgeOptions) {}

  public addDocumentProblem({ problem, document, object }: LocatedProblem): void {
    const { kind, path, offset, message, repair } = problem;
    this.add({ rule: documentRules[kind], path: path.slice(object?.path.length), message, repair }, {
      file: document.file.name,
      object: object && referenceTo(object.value, this.options),
      position: () => (offset === undefined ? document.positionOf(path) : document.positionAt(offset)),
    });
  }

  public judge(object: KubeObject, check: Check): void {
    try {
      for (const problem of check.judge(object, this.options)) {
        this.add(problem, this.placeOf(object, problem));
      }
    } catch (error) {
      this.crashes.push(error);
      const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
      const message = `the check failed itself, and this object may have more defects: ${reason}`;
      const problem = { rule: internalErrorRule, path: [], message, repair: 'run again with CDK8S_MESH_DEBUG=1, and report what it prints' };
      this.findings.push(findingOf(problem, this.placeOf(object, problem)));
    }
  }

  private add(problem: Problem, place: Place): void {
    if (!applies(problem.rule, this.options.filter)) {
      return;
    }
    const origin = originOf(place.object);
    const suppressing = this.options.suppressions.filter(suppression => suppression.covers(problem.rule, origin));
    if (suppressing.length === 0) {
      this.findings.push(findingOf(problem, place));
    } else {
      this.suppressed += 1;
      suppressing.forEach(suppression => this.usedSuppressions.add(suppression));
    }
  }

  private placeOf({ value, document, path }: KubeObject, problem: Problem): Place {
    return {
      file: document.file.name,
      object: referenceTo(value, this.options),
      position: () => document.positionOf([...path, ...problem.path]),
    };
  }
}

function findingOf({ rule, path, message, expected, repair }: Problem, { file, object, position }: Place): Finding {
  return {
    code: rule.code,
    rule: rule.slug,
    severity: rule.severity,
    message,
    ...(object === undefined ? {} : { object }),
    ...(path.length === 0 ? {} : { path: formatPath(path) }),
    aliases: rule.aliases,
    file,
    ...position(),
    ...(expected === undefined ? {} : { expected }),
    ...(repair === undefined ? {} : { repair }),
    url: pageOf(rule),
  };
}
