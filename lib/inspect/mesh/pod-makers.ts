import { answered } from '../once-per';
import type { SchemaStore } from '../schema/schema-store';
import { ObjectSet, perSet } from './object-set';
import { isPartlyRead } from './represented-namespaces';

/** Kinds whose controllers make pods, with labels that the input does not show. */
export const POD_MAKERS: readonly string[] = ['gateway.networking.k8s.io/Gateway', 'flagger.app/Canary', 'networking.istio.io/WorkloadGroup'];

/** Kinds whose controllers bring objects from elsewhere, into any namespace. */
const BRINGERS = [
  'argoproj.io/Application', 'argoproj.io/ApplicationSet', 'kustomize.toolkit.fluxcd.io/Kustomization', 'helm.toolkit.fluxcd.io/HelmRelease', 'helm.cattle.io/HelmChart',
];

/** Whether pods of a namespace are made by what the set does not show. */
export function hasPodMakers(set: ObjectSet, namespace: string): boolean {
  return namespacesOfMakers(set).has(namespace);
}

/** Whether pods may be made there by an operator, or by what is brought from elsewhere: of kinds that nobody knows here, nobody knows that either. */
export function mayHavePodMakers(set: ObjectSet, schemas: SchemaStore, namespace: string): boolean {
  return hasPodMakers(set, namespace) || mayHaveOtherObjects(set, schemas, namespace);
}

/** Whether objects of a namespace, such as Services, may be made by an operator that nobody knows here, or be brought from elsewhere. */
export function mayHaveOtherObjects(set: ObjectSet, schemas: SchemaStore, namespace: string): boolean {
  return isPartlyRead(set, namespace) || set.of(...BRINGERS).length > 0
    || [...kindsIn(set).get(namespace) ?? []].some(kind => !isKnown(kind, schemas));
}

const namespacesOfMakers = perSet(set => new Set(set.of(...POD_MAKERS).map(({ namespace }) => namespace)));

const kindsIn = perSet((set): ReadonlyMap<string, ReadonlySet<string>> => {
  const kinds = new Map<string, Set<string>>();
  set.all.forEach(({ namespace, kind }) => answered(kinds, namespace, () => new Set<string>()).add(kind));
  return kinds;
});

function isKnown(kind: string, schemas: SchemaStore): boolean {
  const slash = kind.indexOf('/');
  return schemas.kind(kind.slice(0, Math.max(slash, 0)), kind.slice(slash + 1)) !== undefined;
}
