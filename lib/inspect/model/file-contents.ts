import path from 'node:path';
import { groupBy } from '../group-by';
import { isObject } from '../is-object';
import type { FileContents } from './overlays';
import type { YamlDocument } from './yaml-document';

/** What several applications often have in common. */
const COMMON_KINDS: ReadonlySet<unknown> = new Set([
  'Namespace', 'ConfigMap', 'Secret', 'ServiceAccount', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding', 'LimitRange', 'ResourceQuota',
  'NetworkPolicy', 'PeerAuthentication', 'RequestAuthentication', 'AuthorizationPolicy', 'Telemetry', 'Sidecar', 'ReferenceGrant',
]);

type Fields = Readonly<Record<string, unknown>>;

/** What the files of some documents hold. */
export function contentsOf(documents: readonly YamlDocument[]): FileContents {
  const byFile = groupBy(documents, ({ file }) => file);
  const byPlace = new Map([...byFile].map(([{ name }, own]) => [path.resolve(name), own]));
  const valuesAt = (place: string): readonly Fields[] => (byPlace.get(place) ?? []).map(({ value }) => value).filter(isObject);
  return {
    isCommon: place => {
      const values = valuesAt(place);
      return values.length > 0 && values.every(({ kind }) => COMMON_KINDS.has(kind));
    },
    namesAt: place => valuesAt(place).flatMap(nameOf),
  };
}

function nameOf({ kind, metadata }: Fields): string[] {
  const { name, namespace = '' } = isObject(metadata) ? metadata : {};
  return typeof kind === 'string' && typeof name === 'string' ? [`${kind} ${String(namespace)}/${name}`] : [];
}
