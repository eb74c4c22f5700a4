import type { KubeObject } from '../model/kube-object';
import { Field } from './field';
import type { ObjectReference } from './object-reference';

/** An object of the input as checks read it. What every check asks for is worked out once. */
export class Resource {
  /** Group and kind, `networking.istio.io/Gateway`; the kind alone in the core group. Versions of one kind are the same. */
  public readonly kind: string;
  /** Its namespace; empty for none. */
  public readonly namespace: string;
  public readonly name: string;
  /** `namespace/name`, or the name alone where there is no namespace. */
  public readonly fullName: string;
  public readonly root: Field;
  public readonly spec: Field;
  /** What `oncePerResource` worked out. This and the next are apart, since the rest of it is frozen where rules of others read it. */
  public readonly kept: unknown[] = [];
  private readonly said: { labels?: Readonly<Record<string, string>>; annotations?: Readonly<Record<string, string>> } = {};

  constructor(public readonly source: KubeObject, public readonly reference: ObjectReference) {
    const { namespace = '', name = '' } = reference;
    this.kind = kindOf(reference);
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

function kindOf({ apiVersion = '', kind = '' }: ObjectReference): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
}
