import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { requireNamespace } from './require-namespace';

/** The namespace of a construct's chart. @throws when it names none, since what refers to the construct has to say it, or one that cannot be */
export function namespaceOf(construct: Construct, place: string = construct.node.path): string {
  const { namespace, node: { id } } = Chart.of(construct);
  if (namespace === undefined) {
    throw new Error(`${place}: its chart has no namespace, which full host names need. Use new Chart(app, "${id}", { namespace: "shop" }).`);
  }
  requireNamespace(namespace, place);
  return namespace;
}
