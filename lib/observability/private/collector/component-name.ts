/** A name with which the collector tells components of one type apart, and which can be part of a variable. */
const NAME = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** @throws when a component cannot be called so; none passes */
export function requireComponentName(name: string | undefined, call: string): string | undefined {
  if (name !== undefined && !NAME.test(name)) {
    throw new Error(`${call}: "${name}" is not a valid component name. Use lowercase letters, digits and inner hyphens.`);
  }
  return name;
}

/** The name of an environment variable from texts that say what it is for. */
export function variableName(...texts: readonly (string | undefined)[]): string {
  return texts.filter(text => text !== undefined).join('_').toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}
