/** What lifted charts name of this package. */
export const MESH_NAMES: ReadonlyMap<string, unknown> = new Map<string, unknown>([]);
