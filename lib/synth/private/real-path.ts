import { realpathSync } from 'node:fs';
import path from 'node:path';

/** The path of a file or folder without symbolic links on the way, also where the last parts of it do not exist yet. */
export function realPathOf(file: string): string {
  const absolute = path.resolve(file);
  const parent = path.dirname(absolute);
  try {
    return realpathSync(absolute);
  } catch {
    return parent === absolute ? absolute : path.join(realPathOf(parent), path.basename(absolute));
  }
}
