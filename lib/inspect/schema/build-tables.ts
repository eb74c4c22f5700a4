import { GroupEntry, INDEX_FILE, SchemaIndex, SchemaTable } from './node';
import { Crd } from './tables/crd';
import { copiedCrdTables } from './tables/crd-tables';
import { IstioHistory, istioGroups } from './tables/istio-history';
import { BuiltinKinds, metadataTable, nativeTable } from './tables/native-table';

/** What the schema tables are made from. */
export interface TableSources {
  readonly crds: readonly Crd[];
  /** the OpenAPI of the built-in kinds */
  readonly builtins: BuiltinKinds;
  readonly istioHistory: IstioHistory;
}

const NATIVE_FILE = 'kubernetes.json';

/**
 * The schema tables: file name to text. `index.json` says which file knows which group; there is one file for each group of the CRDs,
 * and one for all built-in groups. The same sources give the same bytes, in whatever order the CRDs come.
 */
export function buildTables({ crds, builtins, istioHistory }: TableSources): ReadonlyMap<string, string> {
  const tables = new Map<string, SchemaTable>([[NATIVE_FILE, nativeTable(builtins)]]);
  for (const [group, table] of copiedCrdTables(crds, istioHistory)) {
    tables.set(`${group}.json`, table);
  }
  const index: SchemaIndex = { groups: groupEntries(tables, istioGroups(istioHistory)), metadata: metadataTable(builtins) };
  return new Map([[INDEX_FILE, text(index)], ...[...tables].map(([file, table]) => [file, text(table)] as const)]);
}

function groupEntries(tables: ReadonlyMap<string, SchemaTable>, closed: ReadonlySet<string>): Readonly<Record<string, GroupEntry>> {
  return Object.fromEntries([...tables].flatMap(([file, table]) => Object.entries(table.groups).map(([group, kinds]) =>
    [group, { file, ...(closed.has(group) && { closed: 1 as const }), kinds: Object.keys(kinds) }])));
}

function text(content: object): string {
  return `${JSON.stringify(content)}\n`;
}
