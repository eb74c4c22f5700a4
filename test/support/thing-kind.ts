import { formatPath } from '../../lib/inspect/schema/format-path';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';
import { JsonSchema } from '../../lib/inspect/schema/tables/crd';
import { Violation } from '../../lib/inspect/schema/violation';
import { violations } from '../../lib/inspect/schema/violations';

/** The schemas of the project. */
export const schemas = SchemaStore.at('imports/schemas');

/** The schemas of the project and a kind `example.com/v1 Thing`, whose spec has this schema. */
export function schemasWithThing(spec: JsonSchema): SchemaStore {
  const root = { type: 'object', properties: { spec } };
  return schemas.withCrds([{
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: 'Thing' },
      versions: [{ name: 'v1', served: true, schema: { openAPIV3Schema: root } }],
    },
  }]);
}

/** What is found in a Thing with this spec, a line each: `spec.a: type: a must be a string, not 1 (a string)`, then what would mend it. */
export function judgeThing(schema: JsonSchema, spec: unknown): readonly string[] {
  const thing = { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'thing' }, spec };
  return violations(thing, { schemas: schemasWithThing(schema) }).map(asLine);
}

export function asLine({ path, kind, message, expected, repair }: Violation): string {
  return `${formatPath(path)}: ${kind}: ${message}${expected === undefined ? '' : ` (${expected})`}${repair === undefined ? '' : `; ${repair}`}`;
}
