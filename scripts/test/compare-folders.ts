import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What differs between two folders byte for byte, hidden files included: one line for each file, sorted. */
export function compareFolders(committed: string, fresh: string): string[] {
  const before = filesOf(committed);
  const after = filesOf(fresh);
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap(file => {
    const [old, now] = [before.get(file), after.get(file)];
    if (now === undefined) {
      return [`${file}: committed, but a fresh run does not write it`];
    }
    if (old === undefined) {
      return [`${file}: written by a fresh run, but not committed`];
    }
    return old.equals(now) ? [] : [`${file}: a fresh run writes something else`];
  });
}

function filesOf(folder: string): Map<string, Buffer> {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return new Map(entries.filter(entry => !entry.isDirectory()).map(entry => {
    const file = path.join(entry.parentPath, entry.name);
    return [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file)];
  }));
}
