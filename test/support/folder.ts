import { Dirent, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A temporary folder for one test file; call it inside `describe` or at the top level. It is emptied after each test and removed at the end. */
export function temporaryFolder(): { readonly path: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-test-'));
  let current = 0;
  const folder = { path: '' };
  beforeEach(() => {
    current += 1;
    folder.path = path.join(root, String(current));
    mkdirSync(folder.path);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return folder;
}

/** Whether `A` and `a` are one file where temporary folders lie, as is usual on macOS and Windows. */
export function diskIgnoresCase(): boolean {
  const probe = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-test-case-'));
  try {
    return existsSync(path.join(path.dirname(probe), path.basename(probe).toUpperCase()));
  } finally {
    rmSync(probe, { recursive: true });
  }
}

/** Every file below a folder, hidden ones too: path with '/', sorted, to content. Links are not followed. */
export function contentsOf(folder: string): Record<string, string> {
  const paths = entriesBelow(folder).filter(([, entry]) => entry.isFile()).map(([file]) => file).sort();
  return Object.fromEntries(paths.map(file => [file, readFileSync(path.join(folder, file), 'utf8')]));
}

/** Every folder below a folder: path with '/', sorted. Links are not followed. */
export function foldersIn(folder: string): string[] {
  return entriesBelow(folder).filter(([, entry]) => entry.isDirectory()).map(([file]) => file).sort();
}

/** Writes files into a folder: path to content. */
export function fill(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
}

/** Not with `recursive`, which follows links from Node 22 on. */
function entriesBelow(folder: string, prefix = ''): (readonly [path: string, entry: Dirent])[] {
  return readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap(entry => [
    [`${prefix}${entry.name}`, entry] as const,
    ...entry.isDirectory() ? entriesBelow(folder, `${prefix}${entry.name}/`) : [],
  ]);
}
