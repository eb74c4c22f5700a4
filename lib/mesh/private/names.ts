const LABEL = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** @throws when a text cannot be the name of a Service or of a version, of which the mesh makes host names */
export function requireLabel(name: string, place: string): string {
  if (!LABEL.test(name)) {
    throw new Error(`${place}: "${name}" cannot be the name of a Service or of a version. A name has lower-case letters, digits and inner hyphens, begins with a letter, and has at most 63 characters.`);
  }
  return name;
}
