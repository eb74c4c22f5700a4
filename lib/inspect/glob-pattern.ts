/** The source of an expression for a glob, in which `*` stands for any text and `?` for one character. */
export function globPattern(glob: string): string {
  return glob.replace(/[\\^$.|+()[\]{}]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
}
