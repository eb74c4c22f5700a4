import path from 'node:path';
import { requireApart } from '../../../lib/synth/private/apart';
import { temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();
const at = (name: string): string => path.join(temporary.path, name);

test.each([
  ['the copy', 'dist/prod', 'dist', 'dist/prod'],
  ['something deeper', 'dist/prod/copy', 'dist', 'dist/prod/copy'],
  ['the output folder', 'build', 'build/prod', 'build/prod'],
])('fails when %s lies in an environment of the other folder', (_, copy, outdir, inner) => {
  const outer = inner === copy ? outdir : copy;
  expect(() => requireApart(at(copy), at(outdir), ['dev', 'prod'])).toThrow(new Error(
    `${at(inner)}: is inside the folder of the environment "prod" (${at(`${outer}/prod`)}), where other files are rendered. Set a separate folder in cdk8s.yaml, such as "output: build/synth".`,
  ));
});

test.each([['build/synth', 'dist'], ['dist/synth', 'dist'], ['dist/production', 'dist'], ['prod', 'dist']])('%s and %s are apart', (copy, outdir) => {
  expect(() => requireApart(at(copy), at(outdir), ['dev', 'prod'])).not.toThrow();
});
