import { KindEntry, SchemaTable, VersionEntry } from '../node';
import { Crd, CrdVersion } from './crd';
import { CrdNodes } from './crd-nodes';
import { IstioHistory, istioVersions } from './istio-history';
import { NodePool } from './node-pool';

/** The schemas of CRDs, one table a group. Each CRD counts as whole: a version that it does not serve does not exist. */
export function crdTables(crds: readonly Crd[]): ReadonlyMap<string, SchemaTable> {
  return tablesOf(crds, (crd, pool) => kindEntry(crd, versionsOf(crd.spec.versions.filter(version => version.served), new CrdNodes(pool))));
}

/**
 * The same for the copies of published CRDs that the project's imports are made from. Istio's kinds stand there in one version, whose
 * schema is that of every version that the history knows. Of the others a copy lists what we generate from; an installation may serve more.
 */
export function copiedCrdTables(crds: readonly Crd[], history: IstioHistory): ReadonlyMap<string, SchemaTable> {
  return tablesOf(crds, (crd, pool) => {
    const { group, names, versions } = crd.spec;
    const releases = istioVersions(history, group, names.kind);
    if (releases === undefined) {
      return { ...kindEntry(crd, versionsOf(versions, new CrdNodes(pool))), more: 1 };
    }
    const [only] = Object.values(versionsOf(versions, new CrdNodes(pool, history.kinds[names.kind].since)));
    return kindEntry(crd, Object.fromEntries(Object.entries(releases).map(([version, served]) => [version, { ...only, ...served }])));
  });
}

function tablesOf(crds: readonly Crd[], entryOf: (crd: Crd, pool: NodePool) => KindEntry): ReadonlyMap<string, SchemaTable> {
  const groups = [...new Set(crds.map(crd => crd.spec.group))].sort();
  return new Map(groups.map(group => {
    const pool = new NodePool();
    const ofGroup = crds.filter(crd => crd.spec.group === group).sort((a, b) => (a.spec.names.kind < b.spec.names.kind ? -1 : 1));
    const kinds = Object.fromEntries(ofGroup.map(crd => [crd.spec.names.kind, entryOf(crd, pool)]));
    return [group, { groups: { [group]: kinds }, nodes: pool.nodes }];
  }));
}

function kindEntry({ spec }: Crd, versions: Readonly<Record<string, VersionEntry>>): KindEntry {
  return { scope: spec.scope, versions };
}

function versionsOf(versions: readonly CrdVersion[], nodes: CrdNodes): Readonly<Record<string, VersionEntry>> {
  return Object.fromEntries(versions.map(({ name, schema }) => {
    const root = schema?.openAPIV3Schema;
    return [name, root ? { root: nodes.addObject(root) } : {}];
  }));
}
