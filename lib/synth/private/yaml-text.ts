import { DUMP_SCHEMA, jsToAst, present } from 'js-yaml';
import { Manifest } from './manifest';

/**
 * Kubernetes objects as one YAML stream. Every reader, of YAML 1.1 or 1.2, reads it alike; no anchors, no folded lines, and keys in
 * the order in which the objects hold them.
 *
 * @throws on NaN and infinite numbers, which no API server reads
 */
export function yamlText(objects: readonly object[]): string {
  const text = present(objects.flatMap((object, index) => jsToAst(object, DUMP_SCHEMA, { noRefs: true }).map(document => (
    { ...document, explicitStart: index > 0 }
  ))), OPTIONS);
  if (NOT_FINITE.test(text)) {
    objects.forEach(object => requireFinite(object, nameOf(object)));
  }
  return text;
}

/** One presentation of all objects: `dump` copies its options for each of them, a tenth of the time. */
const OPTIONS = { schema: DUMP_SCHEMA, lineWidth: -1 };

/** Finds every such number, and perhaps a line of a longer text; the object itself decides. */
const NOT_FINITE = /[ -]\.(?:nan|inf)$/m;

/** @param place what the value is of: `ConfigMap settings: data.level` */
function requireFinite(value: unknown, place: string): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(`${place} is ${value}, which no API server accepts. Fix the computation that produces it.`);
  }
  if (typeof value === 'object' && value !== null) {
    Object.entries(value).forEach(([key, inner]) => requireFinite(inner, `${place}${place.endsWith(' ') ? '' : '.'}${key}`));
  }
}

function nameOf({ kind = 'an object', metadata: { name = 'without a name' } = {} }: Manifest): string {
  return `${kind} ${name}: `;
}
