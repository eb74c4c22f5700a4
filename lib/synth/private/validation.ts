import { TreeEntry } from './construct-tree';

/**
 * Runs the validations of constructs, in tree order.
 *
 * @throws one error, in the words of cdk8s, with every complaint and the path of who complains.
 */
export function validate(entries: readonly TreeEntry[]): void {
  const errors = entries.flatMap(({ construct }) => construct.node.validate().map(error => `[${construct.node.path}] ${error}`));
  if (errors.length > 0) {
    throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
}
