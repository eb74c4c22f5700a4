import path from 'node:path';
import { loadAll } from 'js-yaml';
import { formatPath } from '../../lib/inspect/schema/format-path';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';
import { violations } from '../../lib/inspect/schema/violations';

const schemas = SchemaStore.at(path.resolve('imports/schemas'));

/** What an API server would refuse of rendered files: a line for each violation. */
export function refusals(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([file, text]) => loadAll(text).flatMap(object => (
    violations(object, { schemas }).map(({ path: place, message }) => `${file}: ${formatPath(place)}: ${message}`)
  )));
}
