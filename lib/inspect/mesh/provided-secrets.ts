import { groupBy } from '../group-by';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';
import { SECRET_MAKERS } from './secret-makers';

/** The kinds from which Secrets follow. */
export const SECRET_KINDS: readonly string[] = ['Secret', ...Object.keys(SECRET_MAKERS)];

/** Whether a Secret is there, will be made by a controller, or is said to be elsewhere. */
export function isSecretKnown(set: ObjectSet, namespace: string, name: string): boolean {
  return set.knows('Secret', namespace, name) || made(set).has(`${namespace}/${name}`);
}

/** Where a Secret is, or will be. */
export interface SecretSource {
  readonly namespace: string;
  /** What makes it; undefined where it is there already, or somebody says so. */
  readonly maker?: Resource;
}

/** The Secrets of a name in all namespaces, those that are there first. */
export function secretsCalled(set: ObjectSet, name: string): readonly SecretSource[] {
  return byName(set).get(name) ?? [];
}

const byName = perSet((set): ReadonlyMap<string, readonly SecretSource[]> => groupBy([
  ...[...set.of('Secret'), ...set.assumed.filter(({ kind }) => kind === 'Secret')].map(({ namespace, name }) => ({ namespace, name })),
  ...makers(set),
], ({ name }) => name));

/** Whether the set shows Secrets of a namespace, so that one that it does not show is missing. */
export function showsSecretsOf(set: ObjectSet, namespace: string): boolean {
  return set.settings.complete || namespaces(set).has(namespace);
}

const made = perSet(set => new Set(makers(set).map(({ namespace, name }) => `${namespace}/${name}`)));

const makers = perSet(set => Object.entries(SECRET_MAKERS).flatMap(([kind, places]) => (
  set.of(kind).map(maker => ({ namespace: maker.namespace, name: nameOfSecret(maker, places), maker }))
)));

const namespaces = perSet(set => new Set(set.of(...SECRET_KINDS).map(({ namespace }) => namespace)));

function nameOfSecret({ root }: Resource, places: ReadonlyArray<readonly string[]>): string {
  return places.map(place => root.at(...place).text).find(name => name !== undefined) ?? '';
}
