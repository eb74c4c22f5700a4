import { CrdSchema } from './crd';

/**
 * The schema as `cdk8s import` should see it, so that what it generates works. Left out are
 * - descriptions: prose of others stays out of the project;
 * - each snake-case property that has a camel-case twin (`jwks_uri` beside `jwksUri`): the two would get one TypeScript name, and the
 *   snake-case one would be rendered. A snake-case property without a twin is the only spelling there is, and stays;
 * - the format `date-time`: the type would be `Date`, which cdk8s refuses to render. A string it is, as on the wire.
 */
export function constructSchema({ description: _, format, ...schema }: CrdSchema): CrdSchema {
  const { properties, required, items, additionalProperties } = schema;
  const isTwin = (name: string): boolean => properties !== undefined && camelCase(name) !== name && camelCase(name) in properties;
  return {
    ...schema,
    ...(format !== undefined && format !== 'date-time' && { format }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(Object.entries(properties)
        .filter(([name]) => !isTwin(name))
        .map(([name, property]) => [name, constructSchema(property)])),
    }),
    ...(required !== undefined && { required: required.filter(name => !isTwin(name)) }),
    ...(items !== undefined && { items: constructSchema(items) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: constructSchema(additionalProperties) }),
  };
}

function camelCase(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
