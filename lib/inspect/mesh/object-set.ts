import type { KubeObject } from '../model/kube-object';
import { answered, oncePer } from '../once-per';
import type { Resource } from './resource';

/** Another cluster of the mesh. */
export interface OtherCluster {
  readonly name: string;
  readonly set: ObjectSet;
}

/** What is said of all objects together, beside the objects. */
export interface SetSettings {
  /** Whether the objects are everything there is, so that what is not among them is nowhere. */
  readonly complete: boolean;
  /** Mesh config that was handed in as a file of its own. */
  readonly meshConfig?: KubeObject;
  /** Mesh networks that were handed in as a file of their own; they are judged like an object. */
  readonly meshNetworks?: KubeObject;
  /** What the other clusters of the mesh hold. */
  readonly clusters?: readonly OtherCluster[];
  /** What overlays apply that are not among these objects: it is elsewhere, unless somebody applies them together. */
  readonly elsewhere?: ReadonlySet<string>;
  /** What kustomizations make with a hash behind its name, by the name without it: references in kinds of Kubernetes get the hash, too. */
  readonly hashed?: ReadonlySet<string>;
  /** The namespaces into which kustomizations bring objects that are not read; the empty one stands for any. */
  readonly partlyRead?: ReadonlySet<string>;
  /** Objects that exist elsewhere, as `Kind namespace/name`; objects of the input say so, too, with an annotation. */
  readonly assumed: readonly string[];
}

/** An object that exists elsewhere. */
export interface AssumedObject {
  /** The kind without its group. */
  readonly kind: string;
  /** Empty for none. */
  readonly namespace: string;
  readonly name: string;
}

/** What stands on an object and says what exists elsewhere: `Kind namespace/name`, joined by commas. */
export const PROVIDES = 'cdk8s-mesh/provides';

/** All objects that are judged together. Of two with the same kind, namespace and name the last counts, as for `kubectl apply`. */
export class ObjectSet {
  private readonly named: ReadonlyMap<string, ReadonlyMap<string, Resource>>;
  private readonly visible: ReadonlyMap<string, readonly Resource[]>;

  constructor(resources: readonly Resource[], public readonly settings: SetSettings) {
    this.named = byKindAndName(resources);
    this.visible = new Map(inOrder(this.named).map(([kind, ofKind]) => [kind, inOrder(ofKind).map(([, resource]) => resource).filter(isVisible)]));
  }

  /** All objects, kind by kind. */
  public get all(): readonly Resource[] {
    return [...this.visible.values()].flat();
  }

  /** The objects of a kind, `networking.istio.io/Gateway`, by namespace and name; without those of Kubernetes' own namespaces. */
  public of(...kinds: readonly string[]): readonly Resource[] {
    return kinds.length === 1 ? this.visible.get(kinds[0]) ?? [] : kinds.flatMap(kind => this.visible.get(kind) ?? []);
  }

  /** One object; of a kind without namespaces with the empty one. */
  public find(kind: string, namespace: string, name: string): Resource | undefined {
    return this.named.get(kind)?.get(nameOf(namespace, name));
  }

  /** Whether an object is there, is in each cluster, or somebody says that it is elsewhere. */
  public knows(kind: string, namespace: string, name: string): boolean {
    return this.find(kind, namespace, name) !== undefined
      || IN_EACH_CLUSTER.has(keyOf(kind, namespace, name))
      || assumedKeys(this).has(keyOf(kind.slice(kind.indexOf('/') + 1), namespace, name))
      || this.settings.elsewhere?.has(keyOf(kind, namespace, name)) === true;
  }

  /** Whether a kustomization makes an object that references in the kinds of Kubernetes mean by this name, and others do not. */
  public makesHashed(kind: string, namespace: string, name: string): boolean {
    return this.settings.hashed?.has(keyOf(kind, namespace, name)) === true;
  }

  /** What objects say in an annotation, those of Kubernetes' own namespaces as well. */
  public annotated(key: string): readonly string[] {
    return [...this.named.values()].flatMap(ofKind => [...ofKind.values()]).flatMap(({ annotations }) => annotations[key] ?? []);
  }

  /** What exists elsewhere, as somebody says. */
  public get assumed(): readonly AssumedObject[] {
    return assumedObjects(this);
  }
}

/** What the clusters of the mesh hold, this one first: a Service is one in all of them, and so is who its callers are. */
export function clustersOf(set: ObjectSet): readonly ObjectSet[] {
  return [set, ...(set.settings.clusters ?? []).map(cluster => cluster.set)];
}

/**
 * What follows from a set, worked out once for each set, when it is first asked for.
 *
 * So each question has a small file of its own, and the whole run stays linear: whoever compares objects groups them first.
 */
export function perSet<T>(workOut: (set: ObjectSet) => T): (set: ObjectSet) => T {
  return oncePer(workOut);
}

const assumedObjects = perSet(set => [
  ...set.settings.assumed,
  ...set.annotated(PROVIDES).flatMap(text => text.split(',')),
].map(assumedObject).filter(({ name }) => name !== ''));

const assumedKeys = perSet(set => new Set(set.assumed.map(({ kind, namespace, name }) => keyOf(kind, namespace, name))));

function assumedObject(text: string): AssumedObject {
  const [kind, fullName = ''] = text.trim().split(/\s+/, 2);
  const slash = fullName.indexOf('/');
  return { kind, namespace: slash < 0 ? '' : fullName.slice(0, slash), name: fullName.slice(slash + 1) };
}

function byKindAndName(resources: readonly Resource[]): ReadonlyMap<string, ReadonlyMap<string, Resource>> {
  const named = new Map<string, Map<string, Resource>>();
  for (const resource of resources) {
    answered(named, resource.kind, () => new Map<string, Resource>()).set(nameOf(resource.namespace, resource.name), resource);
  }
  return named;
}

/** The same order, whatever the files are called and whichever is read first, so that the same objects give the same findings. */
function inOrder<T>(named: ReadonlyMap<string, T>): Array<[name: string, value: T]> {
  return [...named.keys()].sort().map(name => [name, named.get(name)!]);
}

/** Who an object is, among all of any kind. */
export function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind} ${nameOf(namespace, name)}`;
}

function nameOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}

/** The Service that the API server makes itself, and that of DNS, which keeps its name whatever serves it. */
const IN_EACH_CLUSTER: ReadonlySet<string> = new Set([keyOf('Service', 'default', 'kubernetes'), keyOf('Service', 'kube-system', 'kube-dns')]);

/** istioctl passes over what is in these namespaces, since nothing there takes part in a mesh. */
const HIDDEN_NAMESPACES = new Set(['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage']);

function isVisible({ kind, namespace, name }: Resource): boolean {
  return !HIDDEN_NAMESPACES.has(kind === 'Namespace' ? name : namespace);
}
