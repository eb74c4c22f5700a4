import { isObject } from '../../is-object';
import type { StrayField } from './better-place';

const GROUP = 'gateway.networking.k8s.io/';

/** The fields that definitions of the experimental channel of the Gateway API have more than those of the standard one, which are known here. */
const FIELDS: Readonly<Record<string, readonly string[] | undefined>> = {
  'HTTPRoute spec.rules': ['retry', 'sessionPersistence'],
  'HTTPRoute spec.rules.filters': ['externalAuth'],
  'GRPCRoute spec.rules': ['sessionPersistence'],
};

/** What to do about a field of the experimental channel; undefined for any other. */
export function experimentalRepair(object: unknown, { path, key }: StrayField): { readonly repair: string } | undefined {
  if (!isObject(object) || typeof object.apiVersion !== 'string' || !object.apiVersion.startsWith(GROUP)) {
    return undefined;
  }
  const place = `${String(object.kind)} ${path.filter(step => typeof step === 'string').join('.')}`;
  return FIELDS[place]?.includes(key) === true
    ? { repair: 'the field is in the experimental channel of the Gateway API: if the cluster uses that, pass its CRDs with --crds' }
    : undefined;
}
