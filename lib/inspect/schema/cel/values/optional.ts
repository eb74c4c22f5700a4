import { CelError } from '../cel-error';
import { equal } from './equal';
import { CelObject } from './value';
import type { CelValue } from './value';

/** A value that may be missing: what `self.?field` gives. */
export class Optional extends CelObject {
  public static readonly NONE = new Optional(undefined);

  public static of(content: CelValue | undefined): Optional {
    return content === undefined ? Optional.NONE : new Optional(content);
  }

  private constructor(public readonly content: CelValue | undefined) {
    super();
  }

  public get kind(): string {
    return 'optional_type';
  }

  /** @throws CelError when there is none. */
  public get value(): CelValue {
    if (this.content === undefined) {
      throw new CelError('optional.none() dereference');
    }
    return this.content;
  }

  public equals(other: CelValue): boolean {
    if (!(other instanceof Optional) || this.content === undefined || other.content === undefined) {
      return other instanceof Optional && this.content === other.content;
    }
    return equal(this.content, other.content);
  }
}
