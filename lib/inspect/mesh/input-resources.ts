import type { Input } from '../model/input';
import type { KubeObject } from '../model/kube-object';
import { kindOf, NamespaceRules, ObjectReference, referenceTo } from './object-reference';
import { ObjectSet, SetSettings } from './object-set';
import { Resource } from './resource';

/** The objects of an input as checks read them: those of each document, one for each namespace that they are put into. */
export function resourcesIn(input: Input, rules: NamespaceRules): readonly Resource[] {
  return input.objects.flatMap(object => (
    referencesIn(input, object, rules).map(reference => new Resource(object, reference, kindOf(reference, rules.schemas)))
  ));
}

/** Who an object of an input is, once for each namespace that kustomizations put it into; what has no namespace, is there once. */
export function referencesIn({ kustomized }: Input, { value, document }: KubeObject, rules: NamespaceRules): readonly ObjectReference[] {
  const given = kustomized.namespaces.get(document.file);
  if (given === undefined) {
    return [referenceTo(value, rules)];
  }
  const references = given.map(namespace => (namespace === undefined ? referenceTo(value, rules) : putInto(namespace, value, rules)));
  return [...new Map(references.map(reference => [`${reference.namespace} ${reference.name}`, reference])).values()];
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
  ], { ...settings, changed: input.kustomized.changed });
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
