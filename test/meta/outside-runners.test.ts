import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();
const wrong = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: orders\n  namespace: shop\nspec:\n  port: 80\n';

beforeAll(() => {
  expect(spawnSync(process.execPath, ['scripts/build-cli.mjs'], { encoding: 'utf8' }).stderr).toBe('');
});

/** A project that has the package installed, with one defect below dist/. */
beforeEach(() => {
  fill(folder.path, { 'dist/prod/shop.yaml': wrong, 'k8s/a.yaml': wrong, 'package.json': '{"name":"shop","private":true}' });
  mkdirSync(path.join(folder.path, 'node_modules/.bin'), { recursive: true });
  symlinkSync(path.resolve('.'), path.join(folder.path, 'node_modules/cdk8s-mesh'));
  symlinkSync(path.resolve('bin/cdk8s-mesh'), path.join(folder.path, 'node_modules/.bin/cdk8s-mesh'));
});

interface Ending {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function shell(script: string, env: Readonly<Record<string, string>> = {}): Ending {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], { cwd: folder.path, env: { ...process.env, ...env }, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the hook of pre-commit', () => {
  const [hook, ...others]: any[] = load(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as any[];

  test('has the fields that pre-commit demands, and none that it does not know', () => {
    const known = ['id', 'name', 'entry', 'language', 'description', 'args', 'files', 'types', 'types_or', 'exclude', 'pass_filenames', 'require_serial', 'verbose', 'stages', 'minimum_pre_commit_version'];
    expect(others).toEqual([]);
    expect(Object.keys(hook).filter(field => !known.includes(field))).toEqual([]);
    expect([hook.id, hook.language, hook.pass_filenames]).toEqual(['cdk8s-mesh-check', 'system', false]);
  });

  test('runs when a manifest has changed', () => {
    const files = ['dist/shop.yaml', 'k8s/a.yml', 'a.json', 'main.ts', 'a.yaml.txt'];
    expect(files.filter(file => new RegExp(hook.files).test(file))).toEqual(['dist/shop.yaml', 'k8s/a.yml', 'a.json']);
  });

  test('finds what is wrong in dist/, by the package of the project', () => {
    const { status, stdout } = shell(`${hook.entry} ${hook.args.join(' ')}`);
    expect([status, stdout]).toEqual([1, expect.stringContaining('dist/prod/shop.yaml:7:3  error  CRD001')]);
    expect(shell(`${hook.entry} --only YAML k8s/`).status).toBe(0);
  });

  test('installs nothing where the project has no package', () => {
    const { status, stderr } = shell(`rm -r node_modules; ${hook.entry} ${hook.args.join(' ')}`, { npm_config_offline: 'true' });
    expect([status === 0, stderr === '']).toEqual([false, false]);
  });
});

describe('the GitHub Action', () => {
  const { name, description, inputs, runs }: any = load(readFileSync('action.yml', 'utf8'));
  const [step]: any[] = runs.steps;

  /** Runs the step as GitHub does with these inputs. */
  function run(given: Readonly<Record<string, string>> = {}): Ending {
    const env = Object.entries<string>(step.env).map(([variable, text]) => [variable, text.replace(/\$\{\{ inputs\.(\w+) \}\}/, (_, input) => given[input] ?? inputs[input].default)]);
    return shell(step.run, Object.fromEntries(env));
  }

  test('has the fields that GitHub demands, and hands every input over as a variable, where no text of it becomes a command', () => {
    expect([name, description, runs.using, runs.steps.length, step.shell].every(Boolean)).toBe(true);
    expect(Object.values(step.env)).toEqual(Object.keys(inputs).map(input => `\${{ inputs.${input} }}`));
    expect(step.run).not.toContain('${{');
    expect(Object.values<any>(inputs).map(({ required }) => required)).toEqual([false, false]);
  });

  test('annotates the lines of what is wrong', () => {
    const { status, stdout } = run();
    expect([status, stdout]).toEqual([1, expect.stringMatching(/^::error file=dist\/prod\/shop\.yaml,line=7,col=3,title=CRD001::/)]);
  });

  test('takes paths and arguments line by line, with blanks in them', () => {
    const { status, stdout, stderr } = run({ paths: 'k8s/\ndist/prod', args: '--suppress\nCRD001=Service shop/*\n--only\nCRD001\n' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('runs nothing that stands in an input', () => {
    const { status, stderr } = run({ paths: '$(touch stolen); dist' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('$(touch stolen); dist: no such file or folder')]);
  });
});
