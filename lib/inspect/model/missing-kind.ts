import { nearlySpelled } from '../nearest';
import type { ObjectPath } from '../schema/violation';
import type { DocumentProblem } from './document-problem';

type Mapping = Readonly<Record<string, unknown>>;

/** What is wrong with a mapping without kind that is meant to be an object: it is an item of a list of objects, or has a version of an API. */
export function kindProblem(value: Mapping, path: ObjectPath): DocumentProblem | undefined {
  const isVersioned = typeof value.apiVersion === 'string' && API_VERSION.test(value.apiVersion);
  if (path.length === 0 && (!isVersioned || isChart(value))) {
    return undefined;
  }
  const [near] = nearlySpelled('kind', Object.keys(value).filter(key => typeof value[key] === 'string'), 1);
  const key = near ?? (Object.hasOwn(value, 'kind') ? 'kind' : undefined);
  const repair = isVersioned ? 'write its kind' : 'write its apiVersion and kind';
  return {
    kind: 'not-an-object',
    path: key === undefined ? path : [...path, key],
    message: 'an object without kind cannot be applied',
    repair: near === undefined ? repair : `"${near}": did you mean "kind"?`,
  };
}

const API_VERSION = /^(?:[a-z0-9][-.a-z0-9]*\/)?v[1-9]\d*(?:(?:alpha|beta)[1-9]\d*)?$/;

/** A chart or plugin of Helm has a version like that of the core group, and a name at its root. */
function isChart({ apiVersion, name, metadata }: Mapping): boolean {
  return typeof name === 'string' && metadata === undefined && !String(apiVersion).includes('/');
}
