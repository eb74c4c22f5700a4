import { readFileSync } from 'node:fs';
import path from 'node:path';
import { answered } from '../once-per';
import { INDEX_FILE, KindEntry, MetadataTable, SchemaIndex, SchemaNode, SchemaTable } from './node';
import { own } from './own';
import { withSameForm } from './same-form';
import { Crd } from './tables/crd';
import { crdTables } from './tables/crd-tables';
import { uniformNode } from './uniform-node';

/** A kind, and the table that holds the nodes of its schemas. */
export interface KnownKind extends KindEntry {
  readonly table: SchemaTable;
}

/** The schemas that objects are held against. A table is read when an object of its group comes, once. */
export class SchemaStore {
  /** The tables of a folder: `imports/schemas` in the project. */
  public static at(folder: string): SchemaStore {
    return SchemaStore.of(file => readFileSync(path.join(folder, file), 'utf8'));
  }

  /** The tables that `buildTables` made, by whatever gives the text of a file. */
  public static of(read: (file: string) => string): SchemaStore {
    const tables = new Map<string, SchemaTable>();
    const load = (file: string): SchemaTable => {
      const table = tables.get(file) ?? uniformTable(JSON.parse(read(file)) as SchemaTable);
      tables.set(file, table);
      return table;
    };
    const { groups, metadata } = JSON.parse(read(INDEX_FILE)) as SchemaIndex;
    return new SchemaStore({ groups, metadata: uniformTable(metadata) }, load, new Map());
  }

  /** The kinds that were asked for, by group and name: names that are joined anew are slow to look up. */
  private readonly found = new Map<string, Answers>();

  private constructor(
    private readonly index: SchemaIndex,
    private readonly load: (file: string) => SchemaTable,
    private readonly added: ReadonlyMap<string, Readonly<Record<string, KnownKind>>>,
  ) {}

  /** The ObjectMeta that every object has. */
  public get metadata(): MetadataTable {
    return this.index.metadata;
  }

  /** The groups, of which the core group is the empty string. */
  public get groups(): readonly string[] {
    return [...new Set([...Object.keys(this.index.groups), ...this.added.keys()])];
  }

  /** The names of the kinds that are known of a group; none of a group that nobody knows. */
  public kindsOf(group: string): readonly string[] {
    const kinds = own(this.index.groups, group)?.kinds ?? [];
    return [...new Set([...kinds, ...Object.keys(this.added.get(group) ?? {})])];
  }

  /** Whether the group has no other kinds than those known. */
  public isClosed(group: string): boolean {
    return own(this.index.groups, group)?.closed === 1;
  }

  public kind(group: string, name: string): KnownKind | undefined {
    const kinds = answered(this.found, group, (): Answers => new Map());
    return answered(kinds, name, () => this.find(group, name));
  }

  /** The same schemas and those of these CRDs, which `crdViolations` let pass; a kind that is known already is replaced. */
  public withCrds(crds: readonly Crd[]): SchemaStore {
    const added = new Map(this.added);
    for (const [group, copied] of crdTables(crds)) {
      const table = uniformTable(copied);
      const kinds = Object.entries(table.groups[group]).map(([name, entry]) => [name, { ...entry, table }]);
      added.set(group, { ...added.get(group), ...Object.fromEntries(kinds) as Record<string, KnownKind> });
    }
    return new SchemaStore(this.index, this.load, added);
  }

  private find(group: string, name: string): KnownKind | undefined {
    const added = own(this.added.get(group), name);
    const entry = own(this.index.groups, group);
    if (added !== undefined || entry === undefined || !entry.kinds.includes(name)) {
      return added;
    }
    const table = this.load(entry.file);
    return { ...withSameForm(group, name, table.groups[group][name]), table };
  }
}

/** The same table, in which all nodes have all keys. */
function uniformTable<T extends { readonly nodes: readonly SchemaNode[] }>(table: T): T {
  return { ...table, nodes: table.nodes.map(uniformNode) };
}

type Answers = Map<string, KnownKind | undefined>;
