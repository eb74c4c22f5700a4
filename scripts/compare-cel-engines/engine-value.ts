import { isObject } from '../../lib/inspect/is-object';
import { formattedValue } from '../../lib/inspect/schema/cel/formatted-value';
import { textOf } from '../../lib/inspect/schema/cel/values/text-of';
import type { JsonSchema } from '../../lib/inspect/schema/tables/crd';

/** Evaluates an expression without variables. */
export type Constant = (expression: string) => unknown;

/**
 * A plain JSON value as an engine for JavaScript takes it, so that no engine is blamed for what Kubernetes does before it evaluates: whole
 * numbers are bigints, fields bear the names that rules give them, and the engine itself makes moments and durations from a text.
 */
export function engineValue(json: unknown, schema: JsonSchema, constant: Constant): unknown {
  if (Array.isArray(json)) {
    return json.map(item => engineValue(item, schema.items ?? {}, constant));
  }
  if (isObject(json)) {
    return fieldsOf(json, schema, constant);
  }
  if (typeof json === 'string') {
    return textValue(json, schema.format, constant);
  }
  return typeof json === 'number' && schema.type !== 'number' ? BigInt(json) : json;
}

/** A field that is null is as good as absent; an entry of a map is not. */
function fieldsOf(json: Readonly<Record<string, unknown>>, schema: JsonSchema, constant: Constant): Readonly<Record<string, unknown>> {
  const { properties, additionalProperties } = schema;
  const entry = typeof additionalProperties === 'object' ? additionalProperties : {};
  return Object.fromEntries(Object.entries(json)
    .filter(([, value]) => properties === undefined || value !== null)
    .map(([name, value]) => {
      const key = properties === undefined ? name : identifierOf(name);
      return [key, engineValue(value, properties?.[name] ?? entry, constant)];
    }));
}

function identifierOf(field: string): string {
  if (field === 'namespace') {
    return '__namespace__';
  }
  return field.replaceAll('__', '__underscores__').replaceAll('.', '__dot__').replaceAll('-', '__dash__').replaceAll('/', '__slash__');
}

const CONVERSIONS: Readonly<Record<string, string>> = { 'date': 'timestamp', 'date-time': 'timestamp', 'duration': 'duration' };

function textValue(text: string, format: string | undefined, constant: Constant): unknown {
  const value = formattedValue(text, format);
  const conversion = format === undefined ? undefined : CONVERSIONS[format];
  return conversion === undefined ? value : constant(`${conversion}('${textOf(value)}')`);
}
