import { groupBy } from '../group-by';
import type { Input } from '../model/input';
import type { KubeObject } from '../model/kube-object';
import type { Placement } from '../model/kustomized-files';
import { oncePer } from '../once-per';
import { kindOf, NamespaceRules, ObjectReference, referenceTo } from './object-reference';
import { keyOf, ObjectSet, SetSettings } from './object-set';
import { Resource } from './resource';

/** Objects that are judged in a set. */
export interface Part {
  readonly documents: readonly Resource[];
  readonly makeSet: () => ObjectSet;
  /** Whether an object of the set is judged with it; others are there to be found. */
  readonly isJudged: (resource: Resource) => boolean;
}

/**
 * The objects of an input and the sets in which they are judged: those of overlays among what is applied with them, as if there were no other
 * overlay, and those that are applied in any case among all.
 */
export function partsOf(input: Input, rules: NamespaceRules, settings: SetSettings): readonly Part[] {
  const { common, environments } = input.kustomized;
  const inAnyCase = resourcesAt(input, common, rules);
  if (environments.length === 0) {
    return [{ documents: inAnyCase, makeSet: () => setOf(input, inAnyCase, settings), isJudged: () => true }];
  }
  const overlaid = environments.map(({ own }) => resourcesAt(input, own, rules));
  const ofOverlays = new Set(overlaid.flat());
  const elsewhere = new Set([...ofOverlays].map(({ kind, namespace, name }) => keyOf(kind, namespace, name)));
  return [
    { documents: inAnyCase, makeSet: () => setOf(input, [...ofOverlays, ...inAnyCase], settings), isJudged: resource => !ofOverlays.has(resource) },
    ...environments.map(({ others }, index) => {
      const documents = overlaid[index];
      const own = new Set(documents);
      const makeSet = (): ObjectSet => setOf(input, [...inAnyCase, ...resourcesAt(input, others, rules), ...documents], { ...settings, elsewhere });
      return { documents, makeSet, isJudged: (resource: Resource) => own.has(resource) };
    }),
  ];
}

/** All objects that kustomizations may make of an input. */
export function resourcesIn(input: Input, rules: NamespaceRules): readonly Resource[] {
  return resourcesAt(input, input.kustomized.everything, rules);
}

function resourcesAt(input: Input, placement: Placement, rules: NamespaceRules): readonly Resource[] {
  const objects = objectsByFile(input);
  return [...placement.keys()].flatMap(file => objects.get(file) ?? []).flatMap(object => (
    referencesAt(placement, object, rules).map(reference => new Resource(object, reference, kindOf(reference, rules.schemas)))
  ));
}

const objectsByFile = oncePer(({ objects }: Input) => groupBy(objects, ({ document }) => document.file));

/** Who an object is, once for each namespace that a placement puts it into; what has no namespace, is there once. */
export function referencesAt(placement: Placement, { value, document }: KubeObject, rules: NamespaceRules): readonly ObjectReference[] {
  const given = placement.get(document.file) ?? [];
  const references = given.map(namespace => (namespace === undefined ? referenceTo(value, rules) : putInto(namespace, value, rules)));
  return references.length < 2 ? references : [...new Map(references.map(reference => [`${reference.namespace} ${reference.name}`, reference])).values()];
}

/** A kustomization that gives a namespace gives it to objects that name another one as well, and its name to namespaces. */
function putInto(namespace: string, value: KubeObject['value'], rules: NamespaceRules): ObjectReference {
  const reference = referenceTo(value, { ...rules, defaultNamespace: namespace });
  if (reference.namespace !== undefined) {
    return { ...reference, namespace };
  }
  return kindOf(reference, rules.schemas) === 'Namespace' ? { ...reference, name: namespace } : reference;
}

/** All that an input holds, as one set. */
export function setOf(input: Input, documents: readonly Resource[], settings: SetSettings): ObjectSet {
  const { meshConfig, meshNetworks } = settings;
  return new ObjectSet([
    ...documents,
    ...input.values.map((values, index) => helmValues(values, input.values[index - 1])),
    ...(meshConfig === undefined ? [] : [ofMesh('MeshConfig', meshConfig)]),
    ...(meshNetworks === undefined ? [] : [ofMesh('MeshNetworks', meshNetworks)]),
  ], { ...settings, patches: input.kustomized.patches });
}

/** Values of Helm have no kind and no name; they go by the name of their file, and behind others of the file by their line, too. */
function helmValues(values: KubeObject, before?: KubeObject): Resource {
  const { document, path } = values;
  const line = before?.document.file === document.file ? `:${document.positionOf(path).line}` : '';
  return new Resource(values, { kind: 'HelmValues', name: `${document.file.name}${line}` }, 'HelmValues');
}

/** What is handed in as a file of its own has no kind and no name either, and goes by those that istioctl gives it. */
function ofMesh(kind: string, settings: KubeObject): Resource {
  return new Resource(settings, { kind, namespace: 'istio-system', name: kind.toLowerCase() }, kind);
}
