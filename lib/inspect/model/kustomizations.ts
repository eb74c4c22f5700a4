import { isObject } from '../is-object';
import type { YamlDocument } from './yaml-document';

/** Whether kustomize takes a file of this name for a kustomization. */
export function isKustomizationFile(name: string): boolean {
  return /(?:^|[\\/])(?:kustomization\.ya?ml|Kustomization)$/.test(name);
}

/** Whether a document is a kustomization that does what is not done here: to add objects, or to rename or transform them. */
export function changesObjects({ file: { name }, value }: YamlDocument): boolean {
  return isKustomizationFile(name) && isObject(value) && isForKustomize(value, name) && Object.keys(value).some(key => CHANGES.test(key));
}

/** Whether kustomize alone reads a document. Its own needs no version in a file of that name; an object of Flux has the same kind. */
export function isForKustomize({ apiVersion }: Readonly<Record<string, unknown>>, file: string): boolean {
  return apiVersion === undefined || apiVersion === null
    ? isKustomizationFile(file)
    : typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/');
}

const CHANGES = /^(?:replacements|transformers|vars|name(?:Prefix|Suffix)|\w+Generator|generators|helmCharts)$/;
