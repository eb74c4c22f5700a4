import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

/**
 * The place of an object that may be needed or not. Places are made in the order in which objects are applied; the object comes with its
 * first use, so that the order in which things are said changes nothing.
 */
export class Slot extends Construct {
  private object?: ApiObject;

  constructor(scope: Construct, id: string, private readonly create: (place: Construct) => ApiObject) {
    super(scope, id);
    Object.defineProperty(this, SLOT, { value: true });
  }

  /** The object, which exists from now on. */
  public fill(): ApiObject {
    return this.object ??= this.create(this);
  }
}

/** Whether an object was made for the construct that it stands in, and not by those who use that. */
export function isInSlot({ node: { scope } }: ApiObject): boolean {
  return scope !== undefined && SLOT in scope;
}

/** Whichever copy of this package made the place. */
const SLOT = Symbol.for('cdk8s-mesh.Slot');
