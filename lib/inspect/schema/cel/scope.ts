import { RuleError } from './grammar/rule-error';

/** How deep the API server lets expressions stand in each other. */
const DEEPEST = 250;

/** The variables that an expression can name: each has a place in the frame that holds their values. */
export class Scope {
  public static root(...names: readonly string[]): Scope {
    return new Scope(new Map(names.map((name, place) => [name, place])), names.length, new Set(), 0);
  }

  /** @param size how many places there are so far; the next variable takes the one behind them */
  private constructor(
    private readonly places: ReadonlyMap<string, number>,
    public readonly size: number,
    private readonly used: Set<string>,
    private readonly depth: number,
  ) {}

  /** The scope inside a macro that brings a variable. A variable of the same name outside is hidden by it. */
  public with(name: string): Scope {
    return new Scope(new Map([...this.places, [name, this.size]]), this.size + 1, this.used, this.depth);
  }

  /** The scope of what stands in an expression. @throws RuleError when that is too deep. */
  public deeper(): Scope {
    if (this.depth === DEEPEST) {
      throw new RuleError('max recursion depth exceeded');
    }
    return new Scope(this.places, this.size, this.used, this.depth + 1);
  }

  /** The place of a variable; undefined when there is none of this name. */
  public placeOf(name: string): number | undefined {
    const place = this.places.get(name);
    if (place !== undefined) {
      this.used.add(name);
    }
    return place;
  }

  /** Whether anything has asked for a variable of this name. */
  public uses(name: string): boolean {
    return this.used.has(name);
  }
}
