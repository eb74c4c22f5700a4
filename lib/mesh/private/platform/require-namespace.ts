import { isDnsLabel } from '../dns-label';

/** @throws when no namespace has such a name; what is not said passes */
export function requireNamespace(name: string | undefined, place: string): void {
  if (name !== undefined && !isDnsLabel(name)) {
    throw new Error(`${place}: no namespace is called "${name}". A name has lower-case letters, digits and inner hyphens, at most 63.`);
  }
}
