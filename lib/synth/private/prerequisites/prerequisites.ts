import { compareTexts } from '../../../mesh/private/compare-texts';
import { Manifest } from '../manifest';
import { textAt } from '../object-fields';
import { definedBy, groupOf } from '../object-identity';
import { createCommand } from './create-command';
import { gatewaySecrets } from './gateway-secrets';
import { isEverywhere, madeOf } from './made-objects';
import { NamedObject, namedBy, NeededObject, titleOf } from './needed-object';
import { neededBy } from './needed-objects';
import { ISTIO, Project, projectOf, PROJECTS } from './projects';

/** Something that has to be in the cluster before, and who needs it: paths of constructs, sorted. */
export interface Needed<T> {
  readonly what: T;
  readonly neededBy: readonly string[];
}

/** A kind that Kubernetes itself does not have. */
export interface NeededDefinition {
  readonly apiVersion: string;
  readonly kind: string;
  /** Who brings it; undefined: nobody here knows. */
  readonly project?: Project;
}

/** A namespace that is used. */
export interface NeededNamespace {
  readonly name: string;
  /** Whether it is among the objects, and yet has to be there before, for other objects that have to be. */
  readonly isRendered: boolean;
}

/** What a cluster needs to have before the objects of a folder are applied. */
export interface Prerequisites {
  readonly namespaces: readonly Needed<NeededNamespace>[];
  readonly definitions: readonly Needed<NeededDefinition>[];
  readonly controllers: readonly Needed<Project>[];
  readonly objects: readonly Needed<NeededObject>[];
}

/** An object of the folder, or what somebody says that others create: `Kind namespace/name`. */
export interface Source {
  /** The construct that people know of. */
  readonly place: string;
  readonly manifest?: Manifest;
  readonly provided?: string;
}

/** Works out what has to be there before, from the objects themselves and from what constructs say that others create. */
export function prerequisitesOf(sources: readonly Source[]): Prerequisites {
  return new Reckoning(sources).result();
}

class Reckoning {
  private readonly namespaces = new Collected<NeededNamespace>(({ name }) => name);
  private readonly definitions = new Collected<NeededDefinition>(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
  private readonly controllers = new Collected<Project>(({ name }) => String(PROJECTS.findIndex(project => project.name === name)).padStart(3, '0'));
  private readonly objects = new Collected<NeededObject>(titleOf, merge);
  private readonly manifests: readonly Manifest[];
  private readonly others: readonly NamedObject[];
  private readonly there: ReadonlySet<string>;
  /** What is rendered, as others would name it. */
  private readonly ungrouped: ReadonlySet<string>;

  constructor(private readonly sources: readonly Source[]) {
    this.manifests = sources.flatMap(({ manifest }) => manifest ?? []);
    this.others = sources.flatMap(({ provided }) => (provided === undefined ? undefined : namedBy(provided)) ?? []);
    this.there = new Set([...this.manifests.flatMap(titlesOf), ...this.manifests.flatMap(madeOf).map(titleOf)]);
    this.ungrouped = new Set(this.manifests.map(({ kind = '', metadata: { name = '', namespace } = {} }) => titleOf({ kind, namespace, name })));
  }

  public result(): Prerequisites {
    const defined = new Set(this.manifests.filter(({ kind }) => kind === 'CustomResourceDefinition').map(definedBy));
    for (const { manifest, place, provided } of this.sources) {
      if (manifest !== undefined) {
        this.addKind(manifest, place, defined);
        this.addNeeds(manifest, place);
      }
      const other = provided === undefined ? undefined : namedBy(provided);
      if (other !== undefined && !this.ungrouped.has(titleOf(other)) && !this.comesWithPods(other, place)) {
        this.addObject({ ...other, group: '', keys: [] }, place);
      }
    }
    const { namespaces, definitions, controllers, objects } = this;
    return { namespaces: namespaces.sorted(), definitions: definitions.sorted(), controllers: controllers.sorted(), objects: objects.sorted() };
  }

  private addKind(manifest: Manifest, place: string, defined: ReadonlySet<string>): void {
    const { apiVersion = '', kind = '' } = manifest;
    const project = this.addDefinition(apiVersion, kind, place, defined);
    [project, ...PROJECTS.filter(({ name }) => marksOf(manifest).has(name))].forEach(each => {
      if (each?.controller !== undefined) {
        this.controllers.add(each, place);
        each.needs?.map(need => need.split(' ')).forEach(([version, needed]) => this.addDefinition(version, needed, place, defined));
      }
    });
  }

  /** The project of a kind, whose definition is needed unless Kubernetes or somebody here has it. */
  private addDefinition(apiVersion: string, kind: string, place: string, defined: ReadonlySet<string>): Project | undefined {
    const [group = ''] = groupOf({ apiVersion });
    const project = projectOf(group, kind);
    if (!isBuiltIn(group) && !defined.has(`${group}/${kind}`)) {
      this.definitions.add({ apiVersion, kind, project }, place);
    }
    return project;
  }

  private addNeeds(manifest: Manifest, place: string): void {
    this.addNamespace(manifest.metadata?.namespace, place);
    const pods = { manifests: this.manifests, provided: this.others };
    [...neededBy(manifest), ...gatewaySecrets(manifest, pods)].forEach(object => this.addObject(object, place));
  }

  private addObject(object: NeededObject, place: string): void {
    if (object.kind === 'Namespace') {
      this.addNamespace(object.name, place);
    } else if (!this.isThere(object) && !isEverywhere(object)) {
      this.objects.add(object, place);
      this.addNamespace(object.namespace, place, createCommand(object) !== undefined);
    }
  }

  /** Whoever creates the pods of a gateway creates the account that they run as: a second one of this name would be in the way of Helm. */
  private comesWithPods({ kind, namespace }: NamedObject, place: string): boolean {
    return kind === 'ServiceAccount' && this.sources.some(({ place: other, provided }) => {
      const pods = other === place && provided !== undefined ? namedBy(provided) : undefined;
      return pods?.kind === 'Deployment' && pods.namespace === namespace;
    });
  }

  /** Others name what they create without its group. */
  private isThere(object: NeededObject): boolean {
    return this.there.has(titleOf(object)) || (object.group !== '' && this.there.has(grouped(object)));
  }

  /** @param isBefore whether something has to be in it before all that is rendered */
  private addNamespace(name: string | undefined, place: string, isBefore = false): void {
    const namespace = { kind: 'Namespace', name: name ?? '' };
    const isRendered = this.there.has(titleOf(namespace));
    if (name && (isBefore || !isRendered) && !isEverywhere(namespace)) {
      this.namespaces.add({ name, isRendered }, place);
    }
  }
}

/** Things, each once, with all who need it. */
class Collected<T> {
  private readonly found = new Map<string, { what: T; places: Set<string> }>();

  constructor(private readonly keyOf: (what: T) => string, private readonly merged: (one: T, other: T) => T = one => one) {}

  public add(what: T, place: string): void {
    const key = this.keyOf(what);
    const known = this.found.get(key);
    this.found.set(key, { what: known === undefined ? what : this.merged(known.what, what), places: (known?.places ?? new Set()).add(place) });
  }

  public sorted(): Needed<T>[] {
    const inOrder = [...this.found].sort(([one], [other]) => compareTexts(one, other));
    return inOrder.map(([, { what, places }]) => ({ what, neededBy: [...places].sort(compareTexts) }));
  }
}

/** Who says more counts: of two that read one Secret, each its keys. */
function merge(one: NeededObject, other: NeededObject): NeededObject {
  const keys = [...new Set([...one.keys, ...other.keys])].sort(compareTexts);
  const { type, ...rest } = { ...other, ...one, group: one.group || other.group, keys };
  const both = one.keys.length > 0 && other.keys.length > 0 && one.type !== other.type;
  return type === undefined || both ? rest : { ...rest, type };
}

/** Two kinds may share a name, as the two Gateways do, so whoever names a group means that one. */
function titlesOf(manifest: Manifest): string[] {
  const { kind = '', metadata: { name = '', namespace } = {} } = manifest;
  const [group] = groupOf(manifest);
  return group === undefined ? [titleOf({ kind, namespace, name })] : [grouped({ kind, group, namespace, name, keys: [] })];
}

function grouped({ kind, group, ...rest }: NeededObject): string {
  return titleOf({ kind: `${kind}.${group}`, ...rest });
}

/** Kubernetes keeps groups without a dot to itself, and some of `k8s.io`. */
function isBuiltIn(group: string): boolean {
  return !group.includes('.') || (group.endsWith('.k8s.io') && OWN_GROUPS.includes(group.slice(0, -'.k8s.io'.length)));
}

const OWN_GROUPS: readonly string[] = [
  'admissionregistration', 'apiextensions', 'apiregistration', 'authentication', 'authorization', 'certificates', 'coordination', 'discovery', 'events',
  'flowcontrol.apiserver', 'internal.apiserver', 'networking', 'node', 'rbac.authorization', 'resource', 'scheduling', 'storage', 'storagemigration',
];

/** The meshes that an object asks for a proxy, by labels and annotations of a namespace or of pods. */
function marksOf(manifest: Manifest): ReadonlySet<string> {
  const heads = [['metadata'], ['spec', 'template', 'metadata'], ['spec', 'jobTemplate', 'spec', 'template', 'metadata']];
  const says = (field: string, name: string, values: RegExp): boolean => heads.some(head => values.test(textAt(manifest, ...head, field, name) ?? ''));
  const istio = textAt(manifest, 'spec', 'gatewayClassName')?.startsWith('istio') === true || says('labels', 'istio-injection', /^enabled$/)
    || says('labels', 'istio.io/rev', /./) || says('labels', 'istio.io/dataplane-mode', /^ambient$/) || says('labels', 'sidecar.istio.io/inject', /^true$/);
  const linkerd = says('annotations', 'linkerd.io/inject', /^(?:enabled|ingress)$/);
  return new Set([...istio ? [ISTIO] : [], ...linkerd ? ['Linkerd'] : []]);
}
