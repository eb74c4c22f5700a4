import { parse, stringify } from 'yaml';

const VALUES: readonly unknown[] = [null, true, 'text', [null], {}, { text: null }];

/** An object many times, each time with another value at one of its places beneath `spec`, as documents of one YAML. */
export function hostileValues(yaml: string): string {
  const object = parse(yaml) as Record<string, unknown>;
  return replacements(object.spec).map(spec => stringify({ ...object, spec })).join('---\n');
}

function replacements(value: unknown): unknown[] {
  return [...VALUES, ...Array.isArray(value) ? inList(value) : typeof value === 'object' && value !== null ? inMapping(value) : []];
}

function inList(list: readonly unknown[]): unknown[] {
  return list.flatMap((item, index) => replacements(item).map(other => list.map((one, place) => (place === index ? other : one))));
}

function inMapping(mapping: object): unknown[] {
  return Object.entries(mapping).flatMap(([key, item]) => replacements(item).map(other => ({ ...mapping, [key]: other })));
}
