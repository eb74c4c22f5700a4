import { many } from '../listed';
import type { Resource } from '../mesh/resource';
import type { Check, CheckContext, Problem, Undecided } from './check';
import type { Draft, KnownProblem, Mendable, Place } from './draft';
import { OwnCheckFailure } from './guarded-check';
import { internalErrorRule } from './internal-error-rule';
import { wayInWritten } from './patched-places';
import { Rule, SEVERITIES, Severity } from './rule';

/** How many findings of one rule an object has at most: nobody reads more, and a report has an end. */
export const FINDINGS_SHOWN = 100;

/** Asks checks about objects, and keeps what they say. A check that fails itself costs what it had to say of one object. */
export class Judging {
  /** What is said of checks that failed themselves: nobody can wish that away. */
  public readonly failures: Draft[] = [];
  public readonly undecided: Undecided[] = [];
  public readonly crashes: unknown[] = [];
  private drafts: Draft[] = [];

  public judge(resource: Resource, check: Check, context: CheckContext): void {
    let counts: Map<Rule, Surplus> | undefined;
    try {
      for (const judgement of check.judge(resource, context)) {
        if ('undecided' in judgement) {
          this.undecided.push(judgement);
        } else {
          counts ??= new Map();
          this.add(resource, judgement, counts);
        }
      }
    } catch (error) {
      this.crashes.push(error);
      this.failures.push(draftOf(resource, failureOf(error)));
    }
    if (counts !== undefined) {
      this.addSurpluses(resource, counts);
    }
  }

  /** What was said since somebody took it last. */
  public takeDrafts(): readonly Draft[] {
    const { drafts } = this;
    this.drafts = [];
    return drafts;
  }

  private add(resource: Resource, problem: Problem, counts: Map<Rule, Surplus>): void {
    const { rule, severity = rule.severity, path, fix } = problem;
    const { found, gravest, hidden } = counts.get(rule) ?? { found: 0, gravest: undefined, hidden: [] };
    if (found < FINDINGS_SHOWN) {
      this.drafts.push(draftOf(resource, problem));
      counts.set(rule, { found: found + 1, hidden });
      return;
    }
    if (fix !== undefined) {
      hidden.push({ path, fix });
    }
    counts.set(rule, { found: found + 1, gravest: graver(severity, gravest), hidden });
  }

  /** What is not shown still counts, as grave as it is. */
  private addSurpluses(resource: Resource, counts: ReadonlyMap<Rule, Surplus>): void {
    for (const [rule, { found, gravest, hidden }] of counts) {
      if (gravest !== undefined) {
        const message = `and ${many(found - FINDINGS_SHOWN)} more of these in this object`;
        this.drafts.push(draftOf(resource, { rule, path: [], severity: gravest, message, repair: 'fix the ones shown, and check again', hidden }));
      }
    }
  }
}

/** How often a rule was found broken in an object, and the gravest of what is not shown. */
interface Surplus {
  readonly found: number;
  readonly gravest?: Severity;
  readonly hidden: Mendable[];
}

function graver(one: Severity, other: Severity = one): Severity {
  return SEVERITIES.indexOf(one) < SEVERITIES.indexOf(other) ? one : other;
}

function failureOf(error: unknown): Problem {
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  return {
    rule: internalErrorRule,
    path: [],
    message: `the check crashed, and this object may have more problems: ${reason}`,
    repair: error instanceof OwnCheckFailure
      ? 'fix the check; CDK8S_MESH_DEBUG=1 prints where it failed'
      : 'run again with CDK8S_MESH_DEBUG=1, and report what it prints',
  };
}

/** A problem of an object at its place. */
export function draftOf(resource: Resource, problem: KnownProblem): Draft {
  return { problem, place: placeOf(resource, problem), twins: [] };
}

function placeOf(resource: Resource, problem: KnownProblem): Place {
  const { document, path } = resource.source;
  return {
    file: document.file.name,
    resource,
    object: resource.reference,
    position: () => document.positionOf([...path, ...wayInWritten(resource, problem.path).path], problem.within),
  };
}
