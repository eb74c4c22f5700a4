import { ObjectSet, perSet } from './object-set';

export const REFERENCE_GRANT = 'gateway.networking.k8s.io/ReferenceGrant';

/** Who names an object of another namespace: a kind of the Gateway API, and the namespace. */
export interface Referrer {
  readonly kind?: string;
  readonly namespace: string;
}

/** An object of the core group that is named. */
export interface Referent {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Whether a ReferenceGrant lets objects of a kind and namespace name an object of another one. What one says that is elsewhere nobody knows. */
export function isGranted(set: ObjectSet, from: Referrer, { kind, namespace, name }: Referent): boolean {
  return namespace === from.namespace
    || [name, ANY].some(one => grants(set).has(keyOf(from, { kind, namespace, name: one })))
    || namespacesWithOthers(set).has(namespace);
}

const ANY = '*';

const namespacesWithOthers = perSet(set => new Set(set.assumed.filter(({ kind }) => kind === 'ReferenceGrant').map(({ namespace }) => namespace)));

const grants = perSet(set => new Set(set.of(REFERENCE_GRANT).flatMap(({ spec, namespace }) => spec.at('from').items().flatMap(from => (
  spec.at('to').items().map(to => keyOf(
    { kind: from.at('kind').text, namespace: from.at('namespace').text ?? '' },
    { kind: to.at('kind').text ?? '', namespace, name: to.at('name').text ?? ANY },
  ))
)))));

function keyOf(from: Referrer, to: Referent): string {
  return `${from.kind} ${from.namespace} ${to.kind} ${to.namespace}/${to.name}`;
}
