import { CelRule, NodeIndex } from '../node';
import { ObjectPath, Violation, ViolationKind } from '../violation';

/** What a violation is besides its place. */
export type Problem = Omit<Violation, 'path'>;

/** CEL rules to run on a value, when nothing else stands against it. */
export interface PendingRules {
  readonly rules: readonly CelRule[];
  /** the node that says of what type the value is */
  readonly index: NodeIndex;
  readonly value: unknown;
  readonly path: ObjectPath;
}

/** Collects what is found on the way through one object, and knows where on the way it is. */
export class Findings {
  /** From the root to the value at hand: whoever steps down pushes and pops. */
  public readonly path: (string | number)[] = [];
  private violations: Violation[] = [];
  private pending: PendingRules[] = [];
  /** Which violation it was that blocked first. */
  private blocker: number | undefined;

  public get size(): number {
    return this.violations.length;
  }

  /** Whether so much is wrong already that guesses what was meant would take long, and be read by nobody. */
  public get areMany(): boolean {
    return this.violations.length >= MOST_GUESSED;
  }

  /** Whether there is a violation of one of these kinds. */
  public haveSome(kinds: ReadonlySet<ViolationKind>): boolean {
    return this.violations.some(({ kind }) => kinds.has(kind));
  }

  /** The CEL rules that the API server would run: none while it takes the object for malformed. */
  public get pendingRules(): readonly PendingRules[] {
    return this.blocker === undefined ? this.pending : [];
  }

  /** All violations, by place, then by kind and words. */
  public get sorted(): readonly Violation[] {
    return this.violations.length === 0 ? NONE : [...this.violations].sort((a, b) =>
      firstDifference([comparePaths(a.path, b.path), compare(a.kind, b.kind), compare(a.message, b.message)]));
  }

  /** Adds a violation at the value at hand, or `below` it. */
  public add(problem: Problem, ...below: ObjectPath): void {
    this.addAt([...this.path, ...below], problem);
  }

  public addAt(path: ObjectPath, problem: Problem): void {
    const { kind, message, expected, repair, meant, guesses } = problem;
    this.violations.push({
      kind,
      path,
      message,
      ...(expected !== undefined && { expected }),
      ...(repair !== undefined && { repair }),
      ...(meant !== undefined && { meant }),
      ...(guesses !== undefined && { guesses }),
    });
  }

  /** The object is malformed, as the violation says that is added next: the API server does not come to its CEL rules. */
  public block(): void {
    this.blocker ??= this.violations.length;
  }

  /** Says on the violation that blocked that rules wait for it to be mended, if some do. */
  public tellBlockedRules(): void {
    if (this.blocker !== undefined && this.pending.length > 0) {
      const { repair, ...violation } = this.violations[this.blocker];
      const note = 'the CEL rules of the CRD are checked once this is fixed';
      this.violations[this.blocker] = { ...violation, repair: repair === undefined ? note : `${repair}${repair.endsWith('?') ? ' Note:' : ';'} ${note}` };
    }
  }

  public defer(rules: readonly CelRule[], index: NodeIndex, value: unknown): void {
    this.pending.push({ rules, index, value, path: [...this.path] });
  }

  /** Tries something: how many violations it finds and whether one of them blocks, while all that it adds is forgotten. */
  public attempt(check: () => void): Attempt {
    const { violations, pending, blocker } = this;
    this.violations = [];
    this.pending = [];
    this.blocker = undefined;
    check();
    const attempt = { violations: this.violations.length, blocks: this.blocker !== undefined };
    Object.assign(this, { violations, pending, blocker });
    return attempt;
  }
}

const NONE: readonly Violation[] = [];

const MOST_GUESSED = 100;

export interface Attempt {
  readonly violations: number;
  readonly blocks: boolean;
}

function firstDifference(comparisons: readonly number[]): number {
  return comparisons.find(comparison => comparison !== 0) ?? 0;
}

function comparePaths(a: ObjectPath, b: ObjectPath): number {
  const differing = a.findIndex((step, depth) => step !== b[depth]);
  return differing === -1 ? a.length - b.length : compare(a[differing], b[differing]);
}

function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) {
    return 0;
  }
  return b !== undefined && (a === undefined || a < b) ? -1 : 1;
}
