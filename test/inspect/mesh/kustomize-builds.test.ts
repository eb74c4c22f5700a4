import { readFileSync } from 'node:fs';
import { partsOf } from '../../../lib/inspect/mesh/input-resources';
import { readInput } from '../../../lib/inspect/model/input';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { readBuilds } from '../../../scripts/record-kustomize/builds-file';
import { setSettings, testSchemas } from '../../support/object-set';

const builds = readBuilds(readFileSync('test/inspect/mesh/kustomize-builds.json', 'utf8'));

/** What an object says, but for its name, which is longer here only where several would be called alike. */
function said({ metadata, ...fields }: Readonly<Record<string, unknown>>, givenNamespace?: string): unknown {
  const { name, namespace, ...described } = metadata as Readonly<Record<string, unknown>>;
  return { ...fields, metadata: { ...described, namespace: givenNamespace ?? namespace ?? '' } };
}

test.each(builds)('what is judged is what kustomize builds: $name', ({ files, objects }) => {
  const input = readInput(Object.entries(files).map(([place, text]) => new SourceFile(place, text)));
  const [{ documents }, ...others] = partsOf(input, { schemas: testSchemas, defaultNamespace: '' }, setSettings({}));
  const judged = documents.map(({ source, namespace }) => said(source.value, namespace));
  expect(others).toEqual([]);
  expect(judged).toHaveLength(objects.length);
  expect(judged).toEqual(expect.arrayContaining(objects.map(object => said(object))));
});
