import { ISTIO_FIELDS } from '../../../imports/istio-fields';
import { IstioRelease } from '../istio-release';

/** A field, or a value of one, that came with a later release. */
export interface NewerField {
  /** where it stands: what stands in a list is called by its name, or by its number if it has none */
  readonly places: readonly string[];
  readonly since: string;
}

/** What a spec has that a release of Istio does not know yet. */
export function newerFields(kind: string, spec: unknown, release: IstioRelease): NewerField[] {
  return laterThan(release, kind)
    .map(({ steps, since }) => ({ places: placesOf(spec, steps), since }))
    .filter(({ places }) => places.length > 0);
}

interface LaterField {
  readonly steps: readonly Step[];
  readonly since: string;
}

const later = new Map<string, readonly LaterField[]>();

/** The fields of a kind that came later. There may be thousands of objects, and they are the same for all. */
function laterThan(release: IstioRelease, kind: string): readonly LaterField[] {
  const key = `${release} ${kind}`;
  const known = later.get(key) ?? Object.entries(ISTIO_FIELDS[kind] ?? {})
    .filter(([, since]) => minorOf(since) > minorOf(release))
    .map(([path, since]) => ({ steps: stepsOf(path), since }));
  later.set(key, known);
  return known;
}

/** 30 of `1.30`. */
function minorOf(release: string): number {
  return Number(release.slice(2));
}

/** A step of a path: the field, and what it holds; or its value, at the end. */
interface Step {
  readonly name: string;
  readonly holds: 'one' | 'list' | 'map' | 'value';
}

const KINDS: Readonly<Record<string, Step['holds']>> = { '': 'one', '[]': 'list', '{}': 'map' };

/** Of `http[].retries.backoff`, or of `resolution=DNS`. */
function stepsOf(path: string): Step[] {
  const [fields, value] = path.split('=');
  const steps = fields.split('.').map((field): Step => {
    const [, name, brackets = ''] = /^(.*?)(\[\]|\{\})?$/.exec(field)!;
    return { name, holds: KINDS[brackets] };
  });
  return value === undefined ? steps : [...steps, { name: value, holds: 'value' }];
}

/** Where the last step of a path is there. @param at the place of what is looked into */
function placesOf(value: unknown, [step, ...rest]: readonly Step[], at = ''): string[] {
  if (step.holds === 'value') {
    return value === step.name ? [`${at}=${step.name}`] : [];
  }
  const field = (value as Readonly<Record<string, unknown>> | undefined)?.[step.name];
  const place = at === '' ? step.name : `${at}.${step.name}`;
  if (rest.length === 0 || step.holds === 'one') {
    return rest.length === 0 ? [place].filter(() => field !== undefined) : placesOf(field, rest, place);
  }
  return Object.entries(field ?? {}).flatMap(([key, inner]) => placesOf(inner, rest, `${place}[${labelOf(key, inner, step)}]`));
}

function labelOf(key: string, inner: unknown, { holds }: Step): string {
  const { name } = inner as { readonly name?: unknown };
  if (holds === 'map') {
    return JSON.stringify(key);
  }
  return typeof name === 'string' ? JSON.stringify(name) : key;
}
