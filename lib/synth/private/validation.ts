import { providesProblems } from '../../mesh/private/provides';
import { TreeEntry } from './construct-tree';

/**
 * Runs the validations of constructs, in tree order.
 *
 * @throws one error, in the words of cdk8s, with every complaint, and the path of who complains where it does not say that itself
 */
export function validate(entries: readonly TreeEntry[]): void {
  const errors = [
    ...entries.flatMap(({ construct }) => construct.node.validate().map(error => withPath(construct.node.path, error))),
    ...providesProblems(entries.map(({ construct }) => construct)),
  ];
  if (errors.length > 0) {
    throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
}

/** The app has no path; what it complains of lies somewhere in it. */
function withPath(path: string, error: string): string {
  const next = error.startsWith(path) ? error.charAt(path.length) : undefined;
  return path === '' || (next !== undefined && !/[\w-]/.test(next)) ? error : `[${path}] ${error}`;
}
