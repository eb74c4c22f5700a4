import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contentsOf, fill, temporaryFolder } from '../support/folder';
import { Block, blocksOf, filesAbove, linksOf, pages } from '../support/markdown';
import { runTypeScript } from '../support/run-typescript';
import { typeErrors } from '../support/type-errors';
import { refusals } from '../support/valid';

const folder = temporaryFolder();
const blocks = pages().flatMap(page => blocksOf(page));
const programs = blocks.filter(({ language }) => language === 'ts');

test('the languages of blocks are those that the tests know', () => {
  expect([...new Set(blocks.map(({ language }) => language))].sort()).toEqual(['json', 'sh', 'text', 'ts', 'yaml']);
});

test('every program on a page compiles', () => {
  expect(programs.length).toBeGreaterThan(0);
  expect(typeErrors(Object.fromEntries(programs.map(({ location, text }) => [location, text])))).toEqual({});
}, 60_000);

test.each(programs.map(program => [program.location, program]))('%s runs, and renders what the page shows, which an API server takes', (_, program) => {
  const given = filesAbove(program);
  fill(folder.path, given);
  runTypeScript(program.text, folder.path);

  const rendered = contentsOf(folder.path);
  const shown = renderedBy(program).map(({ lead, text }) => [fileIn(lead), text]);
  expect(Object.fromEntries(shown.map(([file]) => [file, rendered[file]]))).toEqual(Object.fromEntries(shown));
  const parts = below(program).filter(({ lead }) => partIn(lead) !== '').map(({ lead, text }) => [partIn(lead), text]);
  expect(parts.flatMap(([file, text]) => documentsOf(text).filter(part => !documentsOf(rendered[file] ?? '').includes(part)))).toEqual([]);
  expect(refusals(Object.fromEntries(Object.entries(rendered).filter(([file]) => isRendered(file) && !(file in given))))).toEqual([]);
});

test('what is said to be rendered stands below a program', () => {
  const shown = blocks.filter(({ lead }) => fileIn(lead) !== '' || partIn(lead) !== '');
  const isShown = new Set(programs.flatMap(below).map(({ location }) => location));
  expect(shown.filter(({ location }) => !isShown.has(location))).toEqual([]);
});

const prints = blocks.filter(({ lead }) => commandIn(lead) !== undefined);

test.each(prints.map(block => [block.location, block]))('%s is what the command above it prints', (_, { location, lead, text }) => {
  fill(folder.path, filesAbove({ location }));

  const { stdout } = spawnSync(process.execPath, [path.resolve('bin/cdk8s-mesh'), ...commandIn(lead)!], { cwd: folder.path, encoding: 'utf8' });
  expect(stdout).toBe(text);
});

test.each(pages())('the links of %s lead somewhere', page => {
  const targets = linksOf(readFileSync(page, 'utf8'));
  expect(targets.filter(target => !leadsSomewhere(page, target))).toEqual([]);
});

function isRendered(file: string): boolean {
  return file.endsWith('.yaml') && !file.split('/').includes('install');
}

/** The blocks that follow a program and show a whole file that it renders. */
function renderedBy(program: Block): Block[] {
  return below(program).filter(({ lead }) => fileIn(lead) !== '');
}

/** The blocks between a program and the next. */
function below(program: Block): Block[] {
  const after = blocks.slice(blocks.indexOf(program) + 1);
  const next = after.findIndex(({ language }) => language === 'ts');
  return next === -1 ? after : after.slice(0, next);
}

/** The file of which a sentence such as "renders into `dist/shop.k8s.yaml`:" shows some objects. */
function partIn(lead: string): string {
  return /renders into `([^`]+)`:$/.exec(lead)?.[1] ?? '';
}

function documentsOf(yaml: string): string[] {
  return yaml.split(/^---$/m).map(text => text.trim());
}

/** The file that a sentence such as "renders `dist/shop.k8s.yaml`:" names. */
function fileIn(lead: string): string {
  return /renders `([^`]+)`:$/.exec(lead)?.[1] ?? '';
}

/** The arguments of the command of a sentence such as "`npx cdk8s-mesh check shop.yaml` says:". */
function commandIn(lead: string): string[] | undefined {
  return /`(?:npx )?cdk8s-mesh ([^`]+)` says:$/.exec(lead)?.[1].split(' ');
}

function leadsSomewhere(page: string, target: string): boolean {
  const [file, anchor] = target.split('#');
  const found = path.join(path.dirname(page), file || path.basename(page));
  return existsSync(found) && (anchor === undefined || anchorsOf(found).includes(anchor));
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  const headings = [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)];
  return headings.map(([, heading]) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
}
