import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readInput } from '../../lib/inspect/model/input';
import { SourceFile } from '../../lib/inspect/model/source-file';

/** All objects of the examples: valid ones, of every kind that is rendered. */
export function renderedObjects(): Array<Readonly<Record<string, unknown>>> {
  const files = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter(file => /\bdist\b.*\.ya?ml$/.test(file)).sort();
  const sources = files.map(file => new SourceFile(file, readFileSync(path.join('examples', file), 'utf8')));
  return readInput(sources).objects.map(({ value }) => value);
}
