import type { Resource } from '../mesh/resource';
import type { Check, CheckContext, Problem, Undecided } from './check';
import type { Draft, Place } from './draft';
import { OwnCheckFailure } from './guarded-check';
import { internalErrorRule } from './internal-error-rule';

/** Asks checks about objects, and keeps what they say. A check that fails itself costs what it had to say of one object. */
export class Judging {
  public readonly drafts: Draft[] = [];
  /** What is said of checks that failed themselves: nobody can wish that away. */
  public readonly failures: Draft[] = [];
  public readonly undecided: Undecided[] = [];
  public readonly crashes: unknown[] = [];

  constructor(private readonly context: CheckContext) {}

  public judge(resource: Resource, check: Check): void {
    try {
      for (const judgement of check.judge(resource, this.context)) {
        if ('undecided' in judgement) {
          this.undecided.push(judgement);
        } else {
          this.drafts.push(draftOf(resource, judgement));
        }
      }
    } catch (error) {
      this.crashes.push(error);
      this.failures.push(draftOf(resource, failureOf(error)));
    }
  }
}

function failureOf(error: unknown): Problem {
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  return {
    rule: internalErrorRule,
    path: [],
    message: `the check failed itself, and this object may have more defects: ${reason}`,
    repair: error instanceof OwnCheckFailure
      ? 'mend the check; CDK8S_MESH_DEBUG=1 prints where it failed'
      : 'run again with CDK8S_MESH_DEBUG=1, and report what it prints',
  };
}

/** A problem of an object at its place. */
export function draftOf(resource: Resource, problem: Problem): Draft {
  return { problem, place: placeOf(resource, problem), twins: [] };
}

function placeOf(resource: Resource, problem: Problem): Place {
  const { document, path } = resource.source;
  return {
    file: document.file.name,
    resource,
    object: resource.reference,
    position: () => document.positionOf([...path, ...problem.path]),
  };
}
