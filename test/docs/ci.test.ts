import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from 'js-yaml';
import { fill, temporaryFolder } from '../support/folder';
import { git, GIT_ENV } from '../support/git';
import { blocksOf } from '../support/markdown';
import { Ending, UserProject } from '../support/user-project';

const [workflow, pipeline]: any[] = ['github-actions', 'gitlab-ci'].map(name => load(readFileSync(`docs/ci/${name}.yml`, 'utf8')));
const { steps } = workflow.jobs.mesh;
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const NOTHING = 'no findings in 7 objects of 1 file';

const MAIN = `\
import { CanaryService, Istio, MeshApp, ReleasePlan, ReleaseStages } from 'cdk8s-mesh';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'dist' });
new CanaryService(app, 'reviews', {
  stable: { image: 'registry.example.com/reviews:1.4.2', replicas: 3 },
  canary: { image: 'registry.example.com/reviews:1.5.0' },
  plan: ReleasePlan.staged({ stages: ReleaseStages.of(5, 25, 50, 100), stateFile: 'releases/reviews.yaml' }),
});
app.synth();
`;

const folder = temporaryFolder();
let template: string;
let project: UserProject;

/** A project as the page expects it, rendered and committed, and with copies of our files where the page wants them. */
beforeAll(() => {
  expect(spawnSync(process.execPath, ['scripts/build-cli.mjs'], { encoding: 'utf8' }).stderr).toBe('');
  template = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-test-'));
  project = new UserProject(template);
  const packages = ['@types/node', 'cdk8s', 'cdk8s-plus-28', 'constructs', 'typescript'].map(name => [name, '*']);
  const compilerOptions = { target: 'ES2022', module: 'node16', strict: true, skipLibCheck: true, types: ['node'], outDir: 'build' };
  fill(template, {
    '.gitignore': 'build/\nnode_modules/\n',
    'cdk8s.yaml': 'language: typescript\napp: node build/main.js\noutput: build/synth\n',
    'main.ts': MAIN,
    'package.json': JSON.stringify({ name: 'shop', private: true, dependencies: Object.fromEntries(packages) }),
    'releases/reviews.yaml': 'stage: 1\n',
    'tsconfig.json': JSON.stringify({ compilerOptions, files: ['main.ts'] }),
  });
  project.install([]);
  symlinkSync(path.resolve('.'), path.join(template, 'node_modules/cdk8s-mesh'));
  symlinkSync(path.resolve('bin/cdk8s-mesh'), path.join(template, 'node_modules/.bin/cdk8s-mesh'));
  ['code-quality.mjs', 'mesh-changes.sh'].forEach(name => cpSync(`docs/ci/${name}`, path.join(template, 'ci', name)));
  project.run('bash', ['-e', '-c', named('Render').run]);
  git(template, 'init', '--quiet', '--initial-branch', 'main');
  commit('As it is');
}, 60_000);

afterAll(() => rmSync(template, { recursive: true }));

/** A copy of it, beside what stands in for the program of GitHub and for curl: that writes down what it is told. */
beforeEach(() => {
  project = new UserProject(path.join(folder.path, 'shop'));
  cpSync(template, project.folder, { recursive: true, verbatimSymlinks: true });
  for (const name of ['curl', 'gh']) {
    fill(folder.path, { [`bin/${name}`]: `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder.path}/${name}.txt"\n` });
    chmodSync(path.join(folder.path, 'bin', name), 0o755);
  }
});

function named(name: string): any {
  return steps.find((step: any) => step.name === name);
}

function commit(message: string): void {
  git(project.folder, 'add', '--all');
  git(project.folder, 'commit', '--quiet', '--message', message);
}

/** Runs a script as both do, and so that nothing of it ends without a word. */
function shell(script: string, env: Readonly<Record<string, string>> = {}): Ending {
  const PATH = `${path.join(folder.path, 'bin')}:${process.env.PATH}`;
  return project.ending('bash', ['-eo', 'pipefail', '-c', script], { ...GIT_ENV, PATH, GITHUB_STEP_SUMMARY: path.join(folder.path, 'summary.md'), ...env });
}

function toStage(stage: number): void {
  fill(project.folder, { 'releases/reviews.yaml': `stage: ${stage}\n` });
}

describe('the workflow of GitHub', () => {
  /** Runs the steps up to the first that fails, and those that run nevertheless; gives the names of those that failed. */
  function failedSteps(): string[] {
    const failed: string[] = [];
    for (const { name, run, uses = '', if: condition = '' } of steps) {
      const script = uses.startsWith('cdk8s-mesh/') ? actionScript() : run;
      if (script === undefined || name === 'Install' || (failed.length > 0 && !condition.includes('cancelled()'))) {
        continue;
      }
      const env = { CDK8S_MESH_PATHS: 'dist/', CDK8S_MESH_ARGS: '', NUMBER: '7' };
      if (shell(script, env).status !== 0) {
        failed.push(name);
      }
    }
    return failed;
  }

  function actionScript(): string {
    return (load(readFileSync('action.yml', 'utf8')) as any).runs.steps[0].run;
  }

  test('has the keys that GitHub knows, and each step does one thing', () => {
    expect(Object.keys(workflow)).toEqual(['name', 'on', 'permissions', 'jobs']);
    expect(Object.keys(workflow.jobs.mesh)).toEqual(['runs-on', 'timeout-minutes', 'steps']);
    const known = ['name', 'if', 'env', 'run', 'uses', 'with'];
    expect(steps.flatMap((step: any) => Object.keys(step)).filter((key: string) => !known.includes(key))).toEqual([]);
    expect(steps.filter((step: any) => (step.run === undefined) === (step.uses === undefined))).toEqual([]);
  });

  test('uses our action in the version of this package, with an input that it has, and puts no text of a request into a script', () => {
    const { uses, with: given } = named('Fail when something is wrong');
    expect(uses).toBe(`cdk8s-mesh/cdk8s-mesh@v${version}`);
    expect(Object.keys((load(readFileSync('action.yml', 'utf8')) as any).inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
    expect(steps.filter((step: any) => step.run?.includes('${{'))).toEqual([]);
  });

  test('a change of the stage shows two weights and no finding, and passes', () => {
    toStage(2);
    shell(named('Render').run);
    commit('Go on');

    expect(failedSteps()).toEqual([]);
    const shown = readFileSync(path.join(folder.path, 'summary.md'), 'utf8');
    expect(shown).toContain(textOnPage('insertions'));
    expect(shown.split('\n').filter(line => /^[-+](?![-+])/.test(line)).map(line => line.replace(/\s+/g, ' '))).toEqual([
      '- weight: 95', '+ weight: 75', '- weight: 5', '+ weight: 25',
    ]);
    expect(shown).toContain(NOTHING);
    expect(readFileSync(path.join(folder.path, 'gh.txt'), 'utf8').split('\n').slice(0, 5)).toEqual(['pr', 'comment', '7', '--body-file', 'mesh-changes.md']);
    expect(JSON.parse(readFileSync(path.join(project.folder, 'mesh.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(git(project.folder, 'status', '--porcelain')).toBe('?? mesh-changes.md\n?? mesh.sarif\n');
  }, 60_000);

  test('fails when dist/ was not rendered, and shows what it would be', () => {
    toStage(2);
    commit('Go on, and forget dist/');

    expect(failedSteps()).toEqual(['Fail when dist/ is not what is rendered']);
    expect(readFileSync(path.join(folder.path, 'summary.md'), 'utf8')).toContain('2 insertions(+), 2 deletions(-)');
  }, 60_000);

  test('fails when something is wrong, and shows it', () => {
    fill(project.folder, { 'dist/more.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: more, namespace: reviews}\nspec: {port: 80}\n' });
    commit('Add a Service by hand');

    expect(failedSteps()).toEqual(['Fail when something is wrong']);
    const shown = readFileSync(path.join(folder.path, 'summary.md'), 'utf8');
    expect(shown).toMatch(/dist\/more\.yaml\s+\| 4 \+{4}/);
    expect(shown).toContain('CRD001');
  }, 60_000);

  test('shows new files, files that are gone, and that nothing changes', () => {
    expect(shell('sh ci/mesh-changes.sh HEAD').stdout).toMatch(/^<!-- cdk8s-mesh: changes -->\n## Changes in `dist\/`\n\nNone\.\n\n## Findings\n/);

    rmSync(path.join(project.folder, 'dist/reviews.k8s.yaml'));
    fill(project.folder, { 'dist/new.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: new}\n' });
    expect(shell('sh ci/mesh-changes.sh HEAD').stdout).toContain('2 files changed');
    expect(shell('sh ci/mesh-changes.sh no-such-commit').status).not.toBe(0);
  }, 60_000);

  test('tells of what is removed together with its last use', () => {
    const plain = MAIN.replace(/new CanaryService[^]*?\}\);\n/, `\
const chart = new Chart(app, 'reviews', { namespace: 'reviews' });
new MeshNamespace(chart, 'reviews');
new MeshService(chart, 'service', { serviceName: 'reviews', image: 'registry.example.com/reviews:1.5.0', port: 8080 });
`).replace('CanaryService, Istio, MeshApp, ReleasePlan, ReleaseStages', 'Istio, MeshApp, MeshNamespace, MeshService');
    fill(project.folder, { 'main.ts': `import { Chart } from 'cdk8s';\n${plain}` });
    expect(shell(named('Render').run)).toMatchObject({ status: 0 });
    commit('End the release');
    expect(shell('sh ci/mesh-changes.sh HEAD^1').stdout).toMatch(/\n\n## Removed while in use\n\n- removes subset "v1" of reviews.reviews[^\n]*Split the change in two: delete the routes first, then remove it\.\n/);
    expect(shell('sh ci/mesh-changes.sh HEAD').stdout).not.toContain('Removed');
  }, 60_000);

  test('a comment of an earlier run is written anew, and those of other workflows stay', () => {
    fill(folder.path, { 'bin/gh': `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder.path}/gh.txt"\ncase "$*" in *--jq*) printf '12\\n34\\n';; esac\n` });
    expect(shell(named('Comment on the pull request').run, { NUMBER: '7', GITHUB_REPOSITORY: 'shop/mesh' }).status).toBe(0);
    expect(readFileSync(path.join(folder.path, 'gh.txt'), 'utf8').split('\n')).toEqual([
      'api', '--silent', '--method', 'PATCH', 'repos/shop/mesh/issues/comments/12', '--field', 'body=@mesh-changes.md', '',
    ]);
    expect(named('Comment on the pull request').run).toContain(`startswith("${shell('sh ci/mesh-changes.sh HEAD').stdout.split('\n')[0]}")`);
  }, 60_000);

  test('a thousand changed files and thousands of findings are no longer than a comment', () => {
    const services = Array.from({ length: 1000 }, (_, index) => [`dist/service-${index}-${'x'.repeat(60)}.yaml`, `apiVersion: v1\nkind: Service\nmetadata: {name: s${index}}\nspec: {port: 80}\n`]);
    fill(project.folder, Object.fromEntries(services));
    const { stdout } = shell('sh ci/mesh-changes.sh HEAD');
    expect(stdout).toContain('1000 files changed');
    expect(stdout.length).toBeLessThan(65_536);
  }, 60_000);

  test('what is longer than a comment is cut, and says so', () => {
    fill(project.folder, { 'dist/long.yaml': `# ${'long '.repeat(20)}\n`.repeat(2000) });
    const { stdout } = shell('sh ci/mesh-changes.sh HEAD');
    expect(stdout).toContain('The rest is too long for a comment.');
    expect(stdout.length).toBeLessThan(65_536);
  }, 60_000);
});

describe('the job of GitLab', () => {
  const { script } = pipeline.mesh;
  const env = { CI_API_V4_URL: 'https://gitlab.example.com/api/v4', CI_PROJECT_ID: '3', CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'main' };
  const [, ...lines]: string[] = script;

  test('has the keys that GitLab knows', () => {
    expect(Object.keys(pipeline)).toEqual(['mesh']);
    expect(Object.keys(pipeline.mesh)).toEqual(['image', 'rules', 'variables', 'script', 'artifacts']);
    expect(script.every((line: unknown) => typeof line === 'string')).toBe(true);
    expect(script[0]).toBe('npm ci');
  });

  test('shows a change of the stage, comments where it may, and passes', () => {
    git(project.folder, 'switch', '--quiet', '--create', 'go-on');
    toStage(2);
    shell(named('Render').run);
    commit('Go on');

    const { status, stdout } = shell(lines.join('\n'), env);
    expect([status, stdout]).toEqual([0, expect.stringContaining('2 insertions(+), 2 deletions(-)')]);
    expect(JSON.parse(readFileSync(path.join(project.folder, 'gl-code-quality-report.json'), 'utf8'))).toEqual([]);
    expect(existsSync(path.join(folder.path, 'curl.txt'))).toBe(false);

    expect(shell(lines.join('\n'), { ...env, MESH_COMMENT_TOKEN: 'token' }).status).toBe(0);
    expect(readFileSync(path.join(folder.path, 'curl.txt'), 'utf8')).toMatch(/PRIVATE-TOKEN: token\n--form\nbody=<mesh-changes\.md\nhttps:.*\/projects\/3\/merge_requests\/7\/notes\n$/);
  }, 60_000);

  test('fails when dist/ was not rendered', () => {
    toStage(3);
    commit('Go on, and forget dist/');
    expect(shell(lines.join('\n'), env).status).toBe(1);
  }, 60_000);

  test('hands over findings as GitLab wants them, each with a print of its own that does not hang on its line', () => {
    const wrong = 'apiVersion: v1\nkind: Service\nmetadata: {name: more, namespace: reviews}\nspec: {port: 80, ports: [{port: 80}, {port: 81}]}\n';
    const reports = [wrong, `# a line more\n${wrong}`].map(text => {
      fill(project.folder, { 'dist/more.yaml': text });
      expect(shell(lines.join('\n'), env).status).toBe(1);
      return JSON.parse(readFileSync(path.join(project.folder, 'gl-code-quality-report.json'), 'utf8')) as any[];
    });

    const [first, second] = reports;
    expect(first).toContainEqual({
      check_name: 'CRD001 unknown-field', description: expect.any(String), fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/), severity: 'critical',
      location: { path: 'dist/more.yaml', lines: { begin: 4 } },
    });
    expect(new Set(first.map(({ fingerprint }) => fingerprint)).size).toBe(first.length);
    expect(second.map(({ fingerprint }) => fingerprint)).toEqual(first.map(({ fingerprint }) => fingerprint));
    expect(first.filter(({ severity }) => !['info', 'minor', 'major', 'critical', 'blocker'].includes(severity))).toEqual([]);
  }, 60_000);
});

describe('the page', () => {
  const [local, fails, commits] = blocksOf('docs/ci.md').filter(({ language }) => language === 'sh').map(({ text }) => text);

  test('what it says for a machine of your own shows the change', () => {
    toStage(2);
    const { status, stdout } = shell(local);
    expect([status, stdout]).toEqual([0, expect.stringContaining(textOnPage('insertions'))]);
    expect(stdout).toContain(NOTHING);
  }, 60_000);

  test('the way that fails is that of both files', () => {
    expect(named('Fail when dist/ is not what is rendered').run).toBe(fails);
    expect(`${pipeline.mesh.script.slice(-2).join('\n')}\n`).toBe(fails);
  });

  test('the way that commits pushes what is rendered, and nothing when there is nothing', () => {
    git(folder.path, 'init', '--quiet', '--bare', 'origin.git');
    git(project.folder, 'remote', 'add', 'origin', path.join(folder.path, 'origin.git'));
    git(project.folder, 'push', '--quiet', '--set-upstream', 'origin', 'main');
    toStage(2);
    commit('Go on, and forget dist/');

    for (const _ of ['once', 'again']) {
      shell(named('Render').run);
      expect(shell(commits).status).toBe(0);
    }
    expect(git(path.join(folder.path, 'origin.git'), 'log', '--format=%s', 'main')).toBe('Render dist/\nGo on, and forget dist/\nAs it is\n');
  }, 60_000);
});

/** A block of the page that has a word in it. */
function textOnPage(word: string): string {
  return blocksOf('docs/ci.md').find(({ language, text }) => language === 'text' && text.includes(word))!.text;
}
