import type { Field } from './field';
import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';

/** The policies that a waypoint enforces for the Services that they target. */
export const SERVICE_POLICIES: readonly string[] = ['AuthorizationPolicy', 'RequestAuthentication'].map(kind => `security.istio.io/${kind}`);

/** The targets of a policy that are of a kind. */
export function targetsOfKind({ spec }: Resource, kind: string): Field[] {
  return [spec.at('targetRef'), ...spec.at('targetRefs').items()].filter(target => target.at('kind').text === kind);
}

/** The names of the Services of a namespace that policies target. */
export function targetedServices(set: ObjectSet, namespace: string): ReadonlySet<string> {
  return byNamespace(set).get(namespace) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

const byNamespace = perSet(set => {
  const names = new Map<string, Set<string>>();
  for (const policy of set.of(...SERVICE_POLICIES)) {
    for (const { text } of targetsOfKind(policy, 'Service').map(target => target.at('name'))) {
      names.set(policy.namespace, (names.get(policy.namespace) ?? new Set()).add(text ?? ''));
    }
  }
  return names;
});
