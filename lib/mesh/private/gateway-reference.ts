import { isDnsLabel } from './dns-label';

/** @throws when a text cannot be the name of a gateway */
export function requireGatewayName(name: string, place: string): string {
  if (!isDnsLabel(name)) {
    throw new Error(`${place}: "${name}" cannot be the name of a gateway. A name has lower-case letters, digits and inner hyphens, no dots, and at most 63 characters. Say it with gatewayName.`);
  }
  return name;
}

/** The name in `namespace/name`. @throws when a text is not of this form */
export function nameInReference(reference: string, place: string): string {
  const parts = reference.split('/');
  if (parts.length !== 2 || !parts.every(isDnsLabel)) {
    throw new Error(`${place}: "${reference}" names no gateway. Write its namespace and its name: "istio-ingress/shared".`);
  }
  return parts[1];
}
