import { IConstruct } from 'constructs';

/** Marks a scope within which each host has one owner, and beyond which nobody competes for it: an environment. */
export const BOUNDARY = Symbol.for('cdk8s-mesh.Environment');

/** @throws when two constructs that refer to each other are rendered apart: the objects of one environment know nothing of another's */
export function requireTogether(from: IConstruct, to: IConstruct): void {
  if (boundaryOf(from) !== boundaryOf(to)) {
    throw new Error(`${from.node.path}: refers to "${to.node.path}", which belongs to another environment, rendered for another cluster. Refer to the one in the same environment.`);
  }
}

/** The environment that a construct is in, or else the root of the tree. */
export function boundaryOf(construct: IConstruct): IConstruct {
  return environmentOf(construct) ?? construct.node.root;
}

/** The name of the environment that a construct is in; undefined outside of any. */
export function environmentName(construct: IConstruct): string | undefined {
  return environmentOf(construct)?.node.id;
}

function environmentOf(construct: IConstruct): IConstruct | undefined {
  return construct.node.scopes.find(scope => BOUNDARY in scope);
}
