import { below } from './typed-code';

/** The first place where two values differ, the order of keys aside, and how; undefined where they are equal. */
export function difference(wanted: unknown, rendered: unknown, path = ''): string | undefined {
  if (Array.isArray(wanted) && Array.isArray(rendered)) {
    return wanted.length === rendered.length
      ? first(wanted.map((item, index) => () => difference(item, rendered[index], `${path}[${index}]`)))
      : `${path}: ${wanted.length} entries became ${rendered.length}`;
  }
  if (isMapping(wanted) && isMapping(rendered)) {
    return keyDifference(wanted, rendered, path)
      ?? first(Object.keys(wanted).map(key => () => difference(wanted[key], rendered[key], below(path, key))));
  }
  return wanted === rendered ? undefined : `${path}: ${shown(wanted)} became ${shown(rendered)}`;
}

function keyDifference(wanted: object, rendered: object, path: string): string | undefined {
  const lost = Object.keys(wanted).find(key => !Object.hasOwn(rendered, key));
  if (lost !== undefined) {
    return `${below(path, lost)} is lost`;
  }
  const added = Object.keys(rendered).find(key => !Object.hasOwn(wanted, key));
  return added === undefined ? undefined : `${below(path, added)} is added: ${shown((rendered as Record<string, unknown>)[added])}`;
}

function first(looks: ReadonlyArray<() => string | undefined>): string | undefined {
  for (const look of looks) {
    const found = look();
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text;
}

const MAX_SHOWN = 60;
