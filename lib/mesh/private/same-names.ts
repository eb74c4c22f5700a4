import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';

/** Objects that have kind, namespace and name of one that a construct of ours has: of the two, a cluster would keep the last alone. */
export function sameNameProblems(objects: readonly ApiObject[], owners: ReadonlySet<IConstruct>): string[] {
  const named = new Map<string, ApiObject[]>();
  for (const object of objects) {
    const { apiGroup, kind, name, metadata: { namespace = '' } } = object;
    const identity = [apiGroup, kind, namespace, name].join(' ');
    const same = named.get(identity);
    if (same === undefined) {
      named.set(identity, [object]);
    } else {
      same.push(object);
    }
  }
  return [...named.values()].filter(({ length }) => length > 1).flatMap(same => {
    const ours = same.find(({ node: { scopes } }) => scopes.some(scope => owners.has(scope)));
    return ours === undefined ? [] : same.filter(object => object !== ours).map(({ kind, name, node: { path } }) => (
      `${path}: is the ${kind} "${name}", and so is "${ours.node.path}" in the same namespace; only the last of the two would apply. Give this one another name, or patch the other object.`
    ));
  });
}
