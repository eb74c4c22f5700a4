import { ISTIO_FIELDS } from '../../../imports/istio-fields';
import { IstioRelease } from '../istio-release';

/** A field, or a value of one, that came with a later release. */
export interface NewerField {
  readonly path: string;
  readonly since: string;
}

/** What a spec has that a release of Istio does not know yet. */
export function newerFields(kind: string, spec: unknown, release: IstioRelease): NewerField[] {
  return Object.entries(ISTIO_FIELDS[kind] ?? {})
    .filter(([, since]) => minorOf(since) > minorOf(release))
    .filter(([path]) => has(spec, path.split(/[.=]/), path.includes('=')))
    .map(([path, since]) => ({ path, since }));
}

/** 30 of `1.30`. */
function minorOf(release: string): number {
  return Number(release.slice(2));
}

/** @param endsWithValue whether the last step is a value, and not the name of a field */
function has(value: unknown, [step, ...rest]: readonly string[], endsWithValue: boolean): boolean {
  if (rest.length === 0 && endsWithValue) {
    return value === step;
  }
  const [, name, collection] = /^(.*?)(\[\]|\{\})?$/.exec(step)!;
  const field = (value as Readonly<Record<string, unknown>> | undefined)?.[name];
  const values = collection === undefined ? [field] : Object.values(field ?? {});
  return rest.length === 0 ? field !== undefined : values.some(inner => has(inner, rest, endsWithValue));
}
