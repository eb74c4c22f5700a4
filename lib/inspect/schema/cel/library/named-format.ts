import { noSuchOverload } from '../cel-error';
import { CelObject } from '../values/value';
import type { CelValue } from '../values/value';

/** A form that texts can have, with a name. */
export class NamedFormat extends CelObject {
  /** @param complaints what is wrong with a text; nothing when it has the form */
  constructor(public readonly name: string, public readonly complaints: (text: string) => readonly string[]) {
    super();
  }

  public get kind(): string {
    return 'kubernetes.NamedFormat';
  }

  public equals(other: CelValue): boolean {
    if (!(other instanceof NamedFormat)) {
      throw noSuchOverload();
    }
    return other.name === this.name;
  }
}
