/** What became of the files of one output folder; a `MeshApp` reports it. */
export interface FolderReport {
  readonly folder: string;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** what the app has told on stderr of those who apply the folder; absent where an earlier release of ours runs the app */
  readonly warnings?: readonly string[];
}

/** A report for people: each file that changed, and a last line that counts. */
export function synthText(folders: readonly FolderReport[]): string {
  const lines = folders.flatMap(({ folder, written, removed }) => [
    ...written.map(file => `written   ${folder}/${file}`),
    ...removed.map(file => `removed   ${folder}/${file}`),
  ]);
  const { written, unchanged, removed } = countFiles(folders);
  return [...lines, `${written} written, ${unchanged} unchanged, ${removed} removed`].map(line => `${line}\n`).join('');
}

/** How many files were written, left unchanged and removed. */
export function countFiles(folders: readonly FolderReport[]): { readonly [what in 'written' | 'unchanged' | 'removed']: number } {
  const count = (what: 'written' | 'unchanged' | 'removed'): number => folders.reduce((sum, folder) => sum + folder[what].length, 0);
  return { written: count('written'), unchanged: count('unchanged'), removed: count('removed') };
}
