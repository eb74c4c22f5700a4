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

  private constructor(public readonly value: unknown, private readonly parent?: Field, private readonly step: string | number = '') {}

  /** What stands at a path beneath this one. */
  public at(...steps: ReadonlyArray<string | number>): Field {
    let field: Field = this;
    for (const step of steps) {
      field = new Field(childOf(field.value, step), field, step);
    }
    return field;
  }

  /** The same place, with what a text there means: YAML within YAML. */
  public holding(value: unknown): Field {
    return new Field(value, this.parent, this.step);
  }

  /** The items of a list; of anything else none. */
  public items(): Field[] {
    const found: Field[] = [];
    if (Array.isArray(this.value)) {
      for (let index = 0; index < this.value.length; index += 1) {
        found.push(new Field(this.value[index], this, index));
      }
    }
    return found;
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
    return this.parent === undefined ? [] : [...this.parent.path, this.step];
  }

  /** The last step of its path. */
  public get key(): string | number {
    return this.step;
  }
}

function childOf(value: unknown, step: string | number): unknown {
  if (typeof step === 'number') {
    return Array.isArray(value) ? value[step] : undefined;
  }
  if (!isObject(value)) {
    return undefined;
  }
  // Nothing that was read is a function, so what is one is inherited; to ask whether a field is an object's own takes twice as long.
  const child = value[step];
  return typeof child === 'function' || child === Object.prototype ? undefined : child;
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
