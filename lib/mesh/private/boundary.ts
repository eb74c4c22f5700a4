import { IConstruct } from 'constructs';

/** Marks a scope within which each host has one owner, and beyond which nobody competes for it: an environment. */
export const BOUNDARY = Symbol.for('cdk8s-mesh.Environment');

/** The environment that a construct is in, or else the root of the tree. */
export function boundaryOf(construct: IConstruct): IConstruct {
  return construct.node.scopes.find(scope => BOUNDARY in scope) ?? construct.node.root;
}
