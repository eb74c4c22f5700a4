import type { Repair } from '../fix/repair';
import { originOf } from '../mesh/object-reference';
import type { Resource } from '../mesh/resource';
import { asWritten, KubeObject } from '../model/kube-object';
import { nearest } from '../nearest';
import { answered } from '../once-per';
import { AnnotatedSuppression, annotatedSuppressions, hides, MESH_SUPPRESS } from './annotated-suppressions';
import type { Problem } from './check';
import type { Copies } from './copies';
import { Draft, findingOf, namesOfDraft } from './draft';
import type { Finding } from './finding';
import { draftOf } from './judging';
import { lets, RuleFilter } from './rule-filter';
import type { Suppression } from './suppression';
import { suppressionRules } from './suppression-rules';

/** What decides on whether somebody wants to see a finding. */
export interface SieveOptions {
  readonly filter: RuleFilter;
  readonly suppressions: readonly Suppression[];
}

/** Lets findings through that somebody wants to see, counts the others, and knows which suppressions hid something. */
export class Sieve {
  public readonly findings: Finding[] = [];
  /** What would mend some of the findings. */
  public readonly repairs: Repair[] = [];
  public suppressed = 0;
  private readonly used = new Set<Suppression>();
  private readonly usedAnnotations = new Map<KubeObject, Set<string>>();

  /** @param ruleNames all names of which one can be suppressed; asked for where a suppression hides nothing */
  constructor(private readonly options: SieveOptions, private readonly copies: Copies, private readonly ruleNames: () => readonly string[]) {}

  /** Gives back whether it is let through. What was told of another copy of the object is let through, and not told again. */
  public add(draft: Draft): boolean {
    const names = namesOfDraft(draft);
    if (!lets(names, this.options.filter)) {
      return false;
    }
    if (this.isSuppressed(draft, names)) {
      this.suppressed += 1;
      return false;
    }
    if (this.copies.addIfNew(draft)) {
      this.findings.push(findingOf(draft));
      this.addRepair(draft);
    }
    return true;
  }

  /** Knows of something that is not to be shown now, and may come up again: a suppression of it is not idle. */
  public leaveOut(draft: Draft): void {
    this.isSuppressed(draft, namesOfDraft(draft));
  }

  private addRepair({ problem: { fix, rule, path, hidden = [] }, place: { resource } }: Draft): void {
    if (resource === undefined) {
      return;
    }
    for (const mendable of fix === undefined ? hidden : [{ fix, path }]) {
      this.repairs.push({ object: resource.source, code: rule.code, ...mendable });
    }
  }

  /** Finds what is wrong with the suppressions that stand on an object. To be asked when everything else has been added. */
  public addSuppressionProblems(resource: Resource): void {
    for (const suppression of annotatedSuppressions(resource)) {
      const problem = this.problemOf(suppression, resource);
      if (problem !== undefined) {
        this.add(draftOf(resource, { ...problem, path: ['metadata', 'annotations', suppression.annotation], within: suppression.within }));
      }
    }
  }

  /** Those of the command line that hid nothing. */
  public get idleSuppressions(): Suppression[] {
    return this.options.suppressions.filter(suppression => !this.used.has(suppression));
  }

  /** Every suppression that hides it counts as used, not the first alone. */
  private isSuppressed({ place: { object, resource } }: Draft, names: readonly string[]): boolean {
    const hiding = this.options.suppressions.filter(suppression => suppression.covers(names, originOf(object)));
    hiding.forEach(suppression => this.used.add(suppression));
    const annotated = resource === undefined ? [] : annotatedSuppressions(resource).filter(suppression => hides(suppression, names));
    annotated.forEach(({ ruleName }) => answered(this.usedAnnotations, asWritten(resource!.source), () => new Set()).add(ruleName));
    return hiding.length + annotated.length > 0;
  }

  private problemOf({ annotation, ruleName, reason = '' }: AnnotatedSuppression, resource: Resource): Omit<Problem, 'path'> | undefined {
    if (annotation !== MESH_SUPPRESS) {
      return undefined;
    }
    if (reason === '') {
      return {
        rule: suppressionRules.unreasoned,
        message: `"${ruleName}" is not suppressed, since no reason is given`,
        repair: `add the reason: "${ruleName}: the reason"`,
      };
    }
    const isAsked = lets([ruleName], this.options.filter);
    return !isAsked || this.usedAnnotations.get(asWritten(resource.source))?.has(ruleName) === true ? undefined : idle(ruleName, this.ruleNames());
  }
}

function idle(ruleName: string, known: readonly string[]): Omit<Problem, 'path'> {
  const wanted = ruleName.toLowerCase();
  if (known.some(name => name.toLowerCase() === wanted)) {
    return { rule: suppressionRules.idle, message: `${ruleName} is suppressed, but is not found here`, repair: 'remove the line' };
  }
  const [meant] = nearest(ruleName.replace(/^.*\//, ''), known, 1);
  return {
    rule: suppressionRules.idle,
    message: `unknown code or rule ${ruleName}`,
    repair: meant === undefined ? 'remove the line; cdk8s-mesh codes lists all codes' : `write ${meant} if that is what you meant, or remove the line`,
  };
}
