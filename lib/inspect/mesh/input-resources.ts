import { groupBy } from '../group-by';
import { isObject } from '../is-object';
import type { Input } from '../model/input';
import type { KubeObject } from '../model/kube-object';
import { accountPatch } from '../model/kustomize-accounts';
import { affixed, AS_CALLED, isPatch, Naming } from '../model/kustomize-step';
import type { Application, Placement } from '../model/kustomized-files';
import { patched } from '../model/patched-object';
import type { SourceFile } from '../model/source-file';
import { answered, oncePer } from '../once-per';
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
 * overlay, and those that are applied in any case with each of them; among all, where these are very many.
 */
export function partsOf(input: Input, rules: NamespaceRules, settings: SetSettings): readonly Part[] {
  const { common, environments } = input.kustomized;
  const inAnyCase = resourcesAt(input, common, rules);
  const overlaid = environments.map(({ own }) => resourcesAt(input, own, rules));
  const ofOverlays = new Set(overlaid.flat());
  const all = knowing(input, [...ofOverlays].map(keyOfResource), rules, settings);
  const isApart = environments.length === 0 || inAnyCase.length * environments.length > MOST_IN_ANY_CASE;
  const inEnvironments = environments.map(({ others }, index): Part => {
    const documents = isApart ? overlaid[index] : [...resourcesAt(input, common, rules), ...overlaid[index]];
    const own = new Set(documents);
    const around = (): readonly Resource[] => [...(isApart ? inAnyCase : []), ...resourcesAt(input, others, rules)];
    return {
      documents,
      makeSet: () => setOf(input, [...around(), ...documents], all),
      isJudged: resource => own.has(resource) || (!isApart && index === 0 && isNoDocument(resource)),
    };
  });
  return !isApart ? inEnvironments : [{
    documents: inAnyCase, makeSet: () => setOf(input, [...ofOverlays, ...inAnyCase], all), isJudged: resource => !ofOverlays.has(resource),
  }, ...inEnvironments];
}

function keyOfResource({ kind, namespace, name }: Resource): string {
  return keyOf(kind, namespace, name);
}

/** Settings for sets that know of objects that they do not hold. */
function knowing(input: Input, keys: readonly string[], rules: NamespaceRules, settings: SetSettings): SetSettings {
  const { partlyRead } = input.kustomized;
  const namespaces = partlyRead.size === 0 ? [] : namings(input).flatMap(([file, { namespace = '' }]) => (partlyRead.has(file) ? [namespace] : []));
  const elsewhere = [...keys, ...otherKeys(input, rules), ...generatedKeys(input, rules, true)];
  const hashed = generatedKeys(input, rules, false);
  return elsewhere.length + hashed.length + namespaces.length === 0
    ? settings
    : { ...settings, elsewhere: new Set(elsewhere), hashed: new Set(hashed), partlyRead: new Set(namespaces) };
}

/**
 * Objects whose names kustomizations put something around are known by these and by their written ones: kustomize follows a name in the kinds of
 * Kubernetes, and in others only where it is configured to.
 */
function otherKeys(input: Input, rules: NamespaceRules): string[] {
  const objects = objectsByFile(input);
  return namings(input).filter(([, naming]) => isAffixing(naming)).flatMap(([file, naming]) => (
    (objects.get(file) ?? []).flatMap(object => [naming, inPlace(naming)].map(one => keyOfResource(resourceOf(object, one, rules))))
  ));
}

/** What kustomizations make themselves, under the very name or with a hash behind it. */
function generatedKeys(input: Input, { defaultNamespace }: NamespaceRules, areExact: boolean): string[] {
  const { generated } = input.kustomized;
  return namings(input).flatMap(([file, naming]) => {
    const made = (generated.get(file) ?? []).filter(({ isExact }) => isExact === areExact);
    return made.flatMap(({ kind, name, namespace = defaultNamespace }) => (
      [name, affixed(name, naming)].map(one => keyOf(kind, naming.namespace ?? namespace, one))
    ));
  });
}

function namings({ kustomized: { everything } }: Input): ReadonlyArray<readonly [file: SourceFile, naming: Naming]> {
  return [...everything].flatMap(([file, applications]) => applications.map(({ naming }) => [file, naming] as const));
}

/** How many objects are judged with each environment, all in all, that are applied in any case. */
const MOST_IN_ANY_CASE = 50_000;

/** Whether it is said beside the objects, as by the values of an installation. */
function isNoDocument({ kind }: Resource): boolean {
  return kind === 'HelmValues' || kind === 'MeshConfig' || kind === 'MeshNetworks';
}

/** All objects that kustomizations may make of an input, as one set. */
export function wholeSet(input: Input, rules: NamespaceRules, settings: SetSettings): ObjectSet {
  const { everything } = input.kustomized;
  return setOf(input, resourcesAt(input, everything, rules), knowing(input, [], rules, settings));
}

function resourcesAt(input: Input, placement: Placement, rules: NamespaceRules): readonly Resource[] {
  const objects = objectsByFile(input);
  return [...placement].flatMap(([file, written]) => {
    const applications = toldApart(written, accountsIn(input));
    return (objects.get(file) ?? []).flatMap(object => resourcesOf(object, applications, rules));
  });
}

/** Objects keep their written names, which others mean, unless they are there several times under several names. */
function toldApart(applications: readonly Application[], accounts: ReadonlySet<string>): readonly Application[] {
  const areSeveral = new Set(applications.map(({ naming }) => affixed('*', naming))).size > 1;
  return applications.map(({ steps, naming }) => (
    areSeveral ? { steps: isAffixing(naming) ? [...steps, accountPatch(naming, accounts)] : steps, naming } : { steps, naming: inPlace(naming) }
  ));
}

const accountsIn = oncePer(({ objects }: Input): ReadonlySet<string> => new Set(objects.flatMap(({ value }) => (
  value.kind === 'ServiceAccount' && isObject(value.metadata) && typeof value.metadata.name === 'string' ? [value.metadata.name] : []
))));

function isAffixing({ prefix, suffix }: Naming): boolean {
  return prefix !== '' || suffix !== '';
}

/** The namespace alone that names give. */
function inPlace({ namespace }: Naming): Naming {
  return { ...AS_CALLED, namespace };
}

const objectsByFile = oncePer(({ objects }: Input) => groupBy(objects, ({ document }) => document.file));

/** An object as it is applied, once for each way; what comes to be the same is there once. */
function resourcesOf(object: KubeObject, applications: readonly Application[], rules: NamespaceRules): readonly Resource[] {
  const made = applications.flatMap(({ steps, naming }) => {
    const source = steps.some(isPatch) ? patched(object, steps) : object;
    return source === undefined ? [] : [resourceOf(source, naming, rules)];
  });
  const known = new Map<KubeObject['value'], Set<string>>();
  return made.length < 2 ? made : made.filter(({ source, fullName }) => {
    const names = answered(known, source.value, () => new Set<string>());
    const isNew = !names.has(fullName);
    names.add(fullName);
    return isNew;
  });
}

function resourceOf(source: KubeObject, naming: Naming, rules: NamespaceRules): Resource {
  const reference = referenceBy(naming, source, rules);
  return new Resource(source, reference, kindOf(reference, rules.schemas));
}

/** Who an object is by what kustomizations make of its name. */
export function referenceBy(naming: Naming, { value }: KubeObject, rules: NamespaceRules): ObjectReference {
  const { namespace } = naming;
  const reference = namespace === undefined ? referenceTo(value, rules) : putInto(namespace, value, rules);
  const { name, kind } = reference;
  return name === undefined || !isAffixing(naming) || KEEPING_NAMES.has(kind) ? reference : { ...reference, name: affixed(name, naming) };
}

/** Kinds around whose names kustomize puts nothing. */
const KEEPING_NAMES: ReadonlySet<string | undefined> = new Set(['Namespace', 'CustomResourceDefinition', 'APIService']);

/** A kustomization that gives a namespace gives it to objects that name another one as well, and its name to namespaces. */
function putInto(namespace: string, value: KubeObject['value'], rules: NamespaceRules): ObjectReference {
  const reference = referenceTo(value, { ...rules, defaultNamespace: namespace });
  if (reference.namespace !== undefined) {
    return { ...reference, namespace };
  }
  return kindOf(reference, rules.schemas) === 'Namespace' ? { ...reference, name: namespace } : reference;
}

/** All that an input holds, as one set. */
function setOf(input: Input, documents: readonly Resource[], settings: SetSettings): ObjectSet {
  const { meshConfig, meshNetworks } = settings;
  return new ObjectSet([
    ...documents,
    ...input.values.map((values, index) => helmValues(values, input.values[index - 1])),
    ...(meshConfig === undefined ? [] : [ofMesh('MeshConfig', meshConfig)]),
    ...(meshNetworks === undefined ? [] : [ofMesh('MeshNetworks', meshNetworks)]),
  ], settings);
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
