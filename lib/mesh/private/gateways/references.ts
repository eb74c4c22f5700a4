import { isDnsLabel } from '../dns-label';

/** @throws when a text cannot be the name of a gateway or of routes */
export function requireObjectName(name: string, what: string, place: string): string {
  if (!isDnsLabel(name)) {
    throw new Error(`${place}: "${name}" is not a valid name of ${what}. Use lowercase letters, digits and inner hyphens, no dots, and at most 63 characters.`);
  }
  return name;
}

/** The namespace and the name in `namespace/name`. @throws when a text is not of this form */
export function partsOfReference(reference: string, place: string): [namespace: string, name: string] {
  const [namespace, name, ...more] = reference.split('/');
  if (name === undefined || more.length > 0 || !isDnsLabel(namespace) || !isDnsLabel(name)) {
    throw new Error(`${place}: "${reference}" is not a reference. Write its namespace and its name: "istio-ingress/shared".`);
  }
  return [namespace, name];
}
