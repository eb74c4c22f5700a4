import { isObject } from '../is-object';
import type { YamlDocument } from './yaml-document';

/** Whether kustomize takes a file of this name for a kustomization. */
export function isKustomizationFile(name: string): boolean {
  return /(?:^|[\\/])(?:kustomization\.ya?ml|Kustomization)$/.test(name);
}

/** Whether a document is a kustomization that does what is done here in part or not at all: to add objects, or to rename or transform them. */
export function changesObjects(document: YamlDocument): boolean {
  return isKustomization(document) && Object.keys(document.value).some(key => CHANGES.test(key));
}

/** A document that holds a kustomization. */
export type KustomizationDocument = YamlDocument & { readonly value: Readonly<Record<string, unknown>> };

/** Whether kustomize reads a document as a kustomization. */
export function isKustomization(document: YamlDocument): document is KustomizationDocument {
  const { file: { name }, value } = document;
  return isKustomizationFile(name) && isObject(value) && isForKustomize(value, name);
}

/** Whether kustomize alone reads a document. Its own needs no version in a file of that name; an object of Flux has the same kind. */
export function isForKustomize({ apiVersion }: Readonly<Record<string, unknown>>, file: string): boolean {
  return apiVersion === undefined || apiVersion === null
    ? isKustomizationFile(file)
    : typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/');
}

const CHANGES = /^(?:replacements|transformers|vars|name(?:Prefix|Suffix)|\w+Generator|generators|helmCharts|configurations|openapi)$/;
