import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';

/**
 * A place in an object, and what stands there. Beneath what is not there, or is of another type, there are places without a value: so checks
 * read objects that nobody has vouched for, and what is wrong with their types is said by the schema alone.
 */
export class Field {
  public static root(value: unknown): Field {
    return new Field(value);
  }

  private constructor(public readonly value: unknown, private readonly start?: Field, private readonly steps: Step | readonly Step[] = []) {}

  /** What stands at a path beneath this one. */
  public at(...steps: readonly Step[]): Field {
    let { value } = this;
    for (const step of steps) {
      value = childOf(value, step);
    }
    return new Field(value, this, steps);
  }

  /** The same place, with what a text there means: YAML within YAML. */
  public holding(value: unknown): Field {
    return new Field(value, this.start, this.steps);
  }

  /** The items of a list; of anything else none. */
  public items(): Field[] {
    return Array.isArray(this.value) ? this.value.map((item: unknown, index) => new Field(item, this, index)) : [];
  }

  /** The fields of a mapping by their keys; of anything else none. */
  public entries(): Array<[string, Field]> {
    return isObject(this.value) ? Object.entries(this.value).map(([key, value]) => [key, new Field(value, this, key)]) : [];
  }

  /** Whether something stands there: null is nothing, as for the API server. */
  public get isSet(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** Whether a text, list or mapping with something in it, a number other than 0, or true stands there: what Go takes for no zero value. */
  public get isFilled(): boolean {
    if (Array.isArray(this.value)) {
      return this.value.length > 0;
    }
    return isObject(this.value) ? Object.keys(this.value).length > 0 : Boolean(this.value);
  }

  /** The text that stands there; undefined for anything else. */
  public get text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  public get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  /** The texts of a list. */
  public get texts(): readonly string[] {
    return Array.isArray(this.value) ? this.value.filter(item => typeof item === 'string') : [];
  }

  /** The texts of a mapping, such as labels. */
  public get textMap(): Readonly<Record<string, string>> {
    return isObject(this.value) ? textsOf(this.value) : {};
  }

  /** Where it is, from the root of the object. */
  public get path(): ObjectPath {
    return this.start === undefined ? [] : this.start.path.concat(this.steps);
  }

  /** The last step of its path. */
  public get key(): string | number {
    return this.path.at(-1) ?? '';
  }
}

/** A key of a mapping, or a position in a list. */
type Step = string | number;

function childOf(value: unknown, step: Step): unknown {
  if (typeof step === 'number') {
    return Array.isArray(value) ? value[step] : undefined;
  }
  if (!isObject(value)) {
    return undefined;
  }
  const child = value[step];
  return isInherited(child) ? undefined : child;
}

/** What every object of JavaScript has are functions, and `__proto__`; no YAML holds any of these. To ask the object whose they are takes longer. */
function isInherited(child: unknown): boolean {
  return typeof child === 'function' || child === Object.prototype;
}

/** Nearly always all values are texts, and nothing has to be left out. */
function textsOf(mapping: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return isTexts(mapping) ? mapping : Object.fromEntries(Object.entries(mapping).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function isTexts(mapping: Readonly<Record<string, unknown>>): mapping is Readonly<Record<string, string>> {
  for (const key in mapping) {
    if (typeof mapping[key] !== 'string') {
      return false;
    }
  }
  return true;
}
