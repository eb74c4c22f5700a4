import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import * as plugin from '../../lib/outlets/cdk8s-plugin';
import * as jestOutlet from '../../lib/outlets/jest';
import { PROPERTIES } from '../../lib/outlets/private/check-properties';
import { temporaryFolder } from '../support/folder';
import { blocksOf } from '../support/markdown';
import { runTypeScript } from '../support/run-typescript';

const folder = temporaryFolder();
const blocks = blocksOf('docs/where-checks-run.md');
const [project, preCommit, workflow]: any[] = blocks.filter(({ language }) => language === 'yaml').map(({ text }) => load(text));
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

test('the app of the page passes', () => {
  const [program] = blocks.filter(({ language }) => language === 'ts');
  const { pass, message } = runTypeScript(program.text, folder.path) as any;
  expect(pass === true ? '' : message()).toBe('');
});

test('the validation is the file, the version and the class that the package has', () => {
  const [validation] = project.validations;
  expect(path.relative('node_modules/cdk8s-mesh', validation.package)).toBe('build/outlets/cdk8s-plugin.cjs');
  expect(validation.package).toMatch(/^\.\//);
  expect([validation.version, validation.class]).toEqual([version, plugin.MeshValidation.name]);
  expect(() => new plugin.MeshValidation(validation.properties)).not.toThrow();
});

test('the properties that are named are all that there are', () => {
  const [, list] = / as properties: (.*?)true unless/s.exec(readFileSync('docs/where-checks-run.md', 'utf8'))!;
  expect([...list.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual([...PROPERTIES].sort());
});

test('the hook and the action are those of this repository', () => {
  const { repository } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [hooks]: any[] = [load(readFileSync('.pre-commit-hooks.yaml', 'utf8'))];
  const [{ repo, rev, hooks: [hook] }] = preCommit.repos;
  const step = workflow.jobs.mesh.steps.at(-1);
  expect([`git+${repo}.git`, `git+${repo}.git`.replace('git+', '')]).toContain(repository.url);
  expect(rev).toBe(`v${version}`);
  expect(hooks.map(({ id }: any) => id)).toContain(hook.id);
  expect(step.uses).toBe(`${new URL(repo).pathname.slice(1)}@v${version}`);
  expect(Object.keys((load(readFileSync('action.yml', 'utf8')) as any).inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)));
  expect(jestOutlet.toPassMeshChecks.name).toBe('toPassMeshChecks');
});
