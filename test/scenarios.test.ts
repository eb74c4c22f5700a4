import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fill, temporaryFolder } from './support/folder';
import { parseScenario } from './support/scenario';

const SCENARIOS = path.join(__dirname, 'scenarios');
const PROJECT = path.join(__dirname, '..');

const folder = temporaryFolder();
const scenarios = readdirSync(SCENARIOS).sort().map(file => {
  const scenario = parseScenario(readFileSync(path.join(SCENARIOS, file), 'utf8'));
  return [`${file}: ${scenario.title}`, scenario] as const;
});

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-cli.mjs'], { cwd: PROJECT, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

test.each(scenarios)('%s', (_, { files, command, stdout, stderr, status }) => {
  fill(folder.path, files);
  const { NO_COLOR, CDK8S_MESH_DEBUG, ...env } = process.env;
  const result = spawnSync('sh', ['-c', command], {
    cwd: folder.path,
    encoding: 'utf8',
    env: { ...env, PATH: `${path.join(PROJECT, 'bin')}:${env.PATH}`, PROJECT },
  });
  expect({ stdout: result.stdout, stderr: result.stderr, status: result.status }).toEqual({ stdout, stderr, status });
});
