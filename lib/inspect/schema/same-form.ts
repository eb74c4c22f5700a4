import { KindEntry } from './node';
import { own } from './own';

/**
 * Versions whose objects have the form of another version that our copy of the definitions holds: in the sources of the Gateway API the types
 * of the older version are names for those of `v1`. A cluster serves them side by side, so the same rules hold.
 */
const SAME_FORM: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  'gateway.networking.k8s.io': {
    Gateway: { v1beta1: 'v1' },
    HTTPRoute: { v1beta1: 'v1' },
    ReferenceGrant: { v1beta1: 'v1' },
    TLSRoute: { v1alpha3: 'v1' },
  },
};

/** A kind with the versions that have the form of one that it has. */
export function withSameForm(group: string, name: string, kind: KindEntry): KindEntry {
  const others = Object.entries(own(own(SAME_FORM, group), name) ?? {}).filter(([version, known]) =>
    own(kind.versions, version) === undefined && own(kind.versions, known) !== undefined);
  const added = Object.fromEntries(others.map(([version, known]) => [version, kind.versions[known]]));
  return others.length === 0 ? kind : { ...kind, versions: { ...kind.versions, ...added } };
}
