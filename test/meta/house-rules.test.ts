import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();

const statements = (count: number): string => '  let n = 0;\n'.concat('  n += 1;\n'.repeat(count), '  return n;\n');
const conditions = (count: number): string => Array.from({ length: count }, (_, i) => `  if (n === ${i}) {\n    return ${i};\n  }\n`).join('');
const use = (name: string, from: string): string => `import { ${name} } from '${from}';\n\nexport class User extends ${name} {}\n`;
const target = (name: string): string => `export class ${name} {}\n`;

/** A project in miniature: each file with the rules that it breaks. */
const project: Record<string, readonly [content: string, ...broken: string[]]> = {
  'imports/l1.ts': [target('L1')],
  'lib/cli/cli.ts': [use('Report', '../inspect/report')],
  'lib/inspect/report.ts': [target('Report')],
  'lib/istio/istio.ts': [target('Istio')],
  'lib/mesh/mesh.ts': [target('Mesh')],
  'lib/synth/app.ts': [target('App')],

  // The layers: arrows point one way.
  'lib/istio/of-mesh.ts': [use('Mesh', '../mesh/mesh')],
  'lib/istio/of-imports.ts': [use('L1', '../../imports/l1')],
  'lib/mesh/of-istio.ts': [use('Istio', '../istio/istio'), 'import-x/no-restricted-paths'],
  'lib/mesh/of-imports.ts': [use('L1', '../../imports/l1'), 'import-x/no-restricted-paths'],
  'lib/mesh/of-inspect.ts': [use('Report', '../inspect/report'), 'import-x/no-restricted-paths'],
  'lib/inspect/of-mesh.ts': [use('Mesh', '../mesh/mesh'), 'import-x/no-restricted-paths'],
  'lib/inspect/of-synth.ts': [use('App', '../synth/app'), 'import-x/no-restricted-paths'],
  'lib/inspect/of-cdk8s.ts': [use('Chart', 'cdk8s'), 'no-restricted-imports'],
  'lib/synth/of-istio.ts': [use('Istio', '../istio/istio'), 'import-x/no-restricted-paths'],
  'lib/synth/of-cdk8s.ts': [use('Chart', 'cdk8s')],
  'lib/synth/of-plus.ts': [use('Pod', 'cdk8s-plus-28'), 'no-restricted-imports'],
  'lib/synth/of-cli.ts': [use('User', '../cli/cli'), 'import-x/no-restricted-paths'],
  'lib/charts/of-istio.ts': [use('Istio', '../istio/istio')],
  'lib/top.ts': [use('User', './cli/cli'), 'import-x/no-restricted-paths'],
  'main.ts': [use('Mesh', './lib/mesh/mesh'), 'no-restricted-imports'],

  // Modules
  'lib/mesh/egg.ts': [use('Hen', './hen').replace('User', 'Egg'), 'import-x/no-cycle'],
  'lib/mesh/hen.ts': [use('Egg', './egg').replace('User', 'Hen'), 'import-x/no-cycle'],
  'lib/mesh/star.ts': ['export * from \'./mesh\';\n', 'no-restricted-syntax'],
  'lib/mesh/default.ts': ['export default class {}\n', 'import-x/no-default-export'],
  'lib/mesh/order.ts': ['import { App } from \'cdk8s\';\nimport path from \'node:path\';\n\nexport const order = [App, path];\n', 'import-x/order'],
  'lib/mesh/utils.ts': [target('Utils'), 'house/file-name'],

  // Size
  'lib/mesh/long.ts': [`export function long(): number {\n${statements(400)}}\n`, 'max-lines'],
  'lib/mesh/commented.ts': [`${'// why\n\n'.repeat(400)}${target('Commented')}`],
  'lib/mesh/complex.ts': [`export function complex(n: number): number {\n${conditions(10)}  return n;\n}\n`, 'complexity'],
  'lib/mesh/many.ts': ['export function many(a: 1, b: 2, c: 3, d: 4, e: 5): number {\n  return a + b + c + d + e;\n}\n', 'max-params'],

  // Pitfalls
  'lib/mesh/members.ts': ['export class Members {\n  public go(): void {}\n  constructor(public readonly name: string) {}\n}\n', '@typescript-eslint/member-ordering'],
  'lib/mesh/braces.ts': ['export function sign(n: number): number {\n  if (n < 0) return -1;\n  return 1;\n}\n', 'curly'],
  'lib/mesh/zero.ts': ['export function some(n: number): boolean {\n  return n ? true : false;\n}\n', '@typescript-eslint/strict-boolean-expressions', 'no-unneeded-ternary'],
  'lib/synth/floating.ts': ['export function start(work: () => Promise<void>): void {\n  work();\n}\n', '@typescript-eslint/no-floating-promises'],

  // What lib/index.ts exports is seen by jsii.
  'lib/index.ts': ['export { Mode, ModeProps } from \'./mesh/mode\';\n'],
  'lib/mesh/mode.ts': [
    'export type Mode = \'a\' | \'b\';\n\nexport interface ModeProps {\n  readonly mode?: Mode;\n}\n',
    'house/jsii-default-docs', 'house/jsii-no-unions',
  ],
  'lib/mesh/hidden-mode.ts': ['export type Mode = \'a\' | \'b\';\n\nexport interface ModeProps {\n  readonly mode?: Mode;\n}\n'],
  'test/focus.test.ts': ['test.only(\'one\', () => expect(1).toBe(1));\n', 'no-restricted-properties'],
};

interface LintedFile {
  readonly filePath: string;
  readonly messages: ReadonlyArray<{ readonly ruleId: string | null }>;
}

test('each file of a project in miniature breaks exactly the rules that it is meant to break', () => {
  fill(folder.path, Object.fromEntries(Object.entries(project).map(([file, [content]]) => [file, content])));
  ['eslint.config.mjs', 'package.json', 'scripts/eslint-rules', 'tsconfig.json'].forEach(file => {
    cpSync(file, path.join(folder.path, file), { recursive: true });
  });
  symlinkSync(path.resolve('node_modules'), path.join(folder.path, 'node_modules'));

  const { stdout } = spawnSync(process.execPath, ['node_modules/eslint/bin/eslint.js', '--format=json', '.'], { cwd: folder.path, encoding: 'utf8' });

  const found = (JSON.parse(stdout) as LintedFile[])
    .map(({ filePath, messages }) => [path.relative(folder.path, filePath), messages.map(({ ruleId }) => ruleId).sort()] as const)
    .filter(([file]) => file in project);
  const expected = Object.entries(project)
    .filter(([file]) => !file.startsWith('imports/'))
    .map(([file, [, ...broken]]) => [file, broken.sort()] as const);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
}, 60_000);
