const LABEL = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** @throws when a text cannot be the name of a Service or of a version, of which the mesh makes host names */
export function requireLabel(name: string, place: string): string {
  if (!LABEL.test(name)) {
    throw new Error(`${place}: "${name}" is not a valid name of a Service or version. Use lowercase letters, digits and inner hyphens, a letter first, and at most 63 characters.`);
  }
  return name;
}
