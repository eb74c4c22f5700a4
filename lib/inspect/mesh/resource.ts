import type { KubeObject } from '../model/kube-object';
import { Field } from './field';
import type { ObjectReference } from './object-reference';

/** An object of the input as checks read it. What every check asks for is worked out once. */
export class Resource {
  /** How many answers are kept, each in a place of its own. */
  private static answers = 0;

  /**
   * What follows from an object alone and is asked for again and again, worked out once for each, when it is first asked for. It is kept
   * with the object: a WeakMap of thousands of them takes the garbage collector a tenth of all time.
   */
  public static oncePer<T>(workOut: (resource: Resource) => T): (resource: Resource) => T {
    const place = Resource.answers;
    Resource.answers += 1;
    return resource => {
      const kept = resource.#kept;
      if (!(place in kept)) {
        kept[place] = workOut(resource);
      }
      return kept[place] as T;
    };
  }

  /** Its namespace; empty for none. */
  public readonly namespace: string;
  public readonly name: string;
  /** `namespace/name`, or the name alone where there is no namespace. */
  public readonly fullName: string;
  public readonly root: Field;
  public readonly spec: Field;
  /** Out of reach of the rules of others, and apart like the next, since the rest is frozen where these read it. */
  readonly #kept: unknown[] = [];
  private readonly said: { labels?: Readonly<Record<string, string>>; annotations?: Readonly<Record<string, string>> } = {};

  /** @param kind group and kind, `networking.istio.io/Gateway`; the kind alone in the core group */
  constructor(public readonly source: KubeObject, public readonly reference: ObjectReference, public readonly kind: string) {
    const { namespace = '', name = '' } = reference;
    this.namespace = namespace;
    this.name = name;
    this.fullName = namespace === '' ? name : `${namespace}/${name}`;
    this.root = Field.root(source.value);
    this.spec = this.root.at('spec');
  }

  /** When it was made, as the export of a cluster says it; undefined for what is still to be made. */
  public get created(): number | undefined {
    const time = Date.parse(this.root.at('metadata', 'creationTimestamp').text ?? '');
    return Number.isNaN(time) ? undefined : time;
  }

  public get labels(): Readonly<Record<string, string>> {
    this.said.labels ??= this.root.at('metadata', 'labels').textMap;
    return this.said.labels;
  }

  public get annotations(): Readonly<Record<string, string>> {
    this.said.annotations ??= this.root.at('metadata', 'annotations').textMap;
    return this.said.annotations;
  }
}
