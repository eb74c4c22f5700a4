import path from 'node:path';
import { loadAll } from 'js-yaml';
import { formatPath } from '../../lib/inspect/schema/format-path';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';
import { violations } from '../../lib/inspect/schema/violations';
import { webhookRefusals } from './webhook';

const schemas = SchemaStore.at(path.resolve('imports/schemas'));

/** What an API server, or the webhook of istiod, would refuse of rendered files: a line for each violation. */
export function refusals(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([file, text]) => loadAll(text).flatMap(object => [
    ...violations(object, { schemas }).map(({ path: place, message }) => `${formatPath(place)}: ${message}`), ...webhookRefusals(object),
  ].map(problem => `${file}: ${problem}`)));
}
