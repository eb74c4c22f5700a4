import { isDnsLabel } from '../dns-label';

/** @throws when no namespace has such a name; what is not said passes */
export function requireNamespace(name: string | undefined, place: string): void {
  if (name !== undefined && !isDnsLabel(name)) {
    throw new Error(`${place}: "${name}" is not a valid namespace name. Use lowercase letters, digits and inner hyphens, at most 63 characters.`);
  }
}
