import path from 'node:path';
import { realPathOf } from './real-path';

/**
 * Refuses two output folders of which one lies in an environment of the other: each would take the files of the other for what it rendered
 * before.
 *
 * @throws before anything is written
 */
export function requireApart(copyTo: string, outdir: string, environments: readonly string[]): void {
  for (const [outer, inner] of [[outdir, copyTo], [copyTo, outdir]]) {
    const environment = environments.find(name => isWithin(realPathOf(path.join(outer, name)), realPathOf(inner)));
    if (environment !== undefined) {
      throw new Error(`${inner}: is inside the folder of the environment "${environment}" (${path.join(outer, environment)}), where other files are rendered. Set a separate folder in cdk8s.yaml, such as "output: build/synth".`);
    }
  }
}

function isWithin(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
}
