import { isObject } from '../is-object';

/** An object that a kustomization makes, by what references to it say. */
export interface Generated {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Whether it gets this name. Otherwise a hash comes behind it, and only in the kinds of Kubernetes references get that, too. */
  readonly isExact: boolean;
}

/** The kinds that generators make. */
const KINDS: Readonly<Record<string, string>> = { configMapGenerator: 'ConfigMap', secretGenerator: 'Secret' };

/** The entries of the generators of a kustomization. */
export function generatorsOf(kustomization: Readonly<Record<string, unknown>>): ReadonlyArray<Readonly<Record<string, unknown>>> {
  return Object.keys(KINDS).flatMap(key => entriesOf(kustomization[key]));
}

/** What the generators of a kustomization make. */
export function generatedBy(kustomization: Readonly<Record<string, unknown>>): readonly Generated[] {
  const keepsAll = keepsName(kustomization.generatorOptions);
  return Object.entries(KINDS).flatMap(([key, kind]) => entriesOf(kustomization[key]).flatMap(({ name, namespace, options }) => (
    typeof name === 'string'
      ? { kind, name, namespace: typeof namespace === 'string' ? namespace : undefined, isExact: keepsAll || keepsName(options) }
      : []
  )));
}

function keepsName(options: unknown): boolean {
  return isObject(options) && options.disableNameSuffixHash === true;
}

function entriesOf(generators: unknown): ReadonlyArray<Readonly<Record<string, unknown>>> {
  return Array.isArray(generators) ? generators.filter(isObject) : [];
}
