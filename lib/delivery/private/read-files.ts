import path from 'node:path';

/** Who runs a program again when something changes sets this, and is told of the data that the program reads. */
const READ_FILES = Symbol.for('cdk8s-mesh.ReadFiles');

/** Tells that a file is read, whether it is there or not. */
export function noteRead(file: string): void {
  (globalThis as { [READ_FILES]?: Set<string> })[READ_FILES]?.add(path.resolve(file));
}
