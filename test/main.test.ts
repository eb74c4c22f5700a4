import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './support/folder';
import { renderedBy } from './support/run-app';
import { refusals } from './support/valid';

const folder = temporaryFolder();
const rendered = renderedBy('main.ts');
const FILES = ['ecommerce', 'observability', 'platform', 'reviews'].map(chart => `${chart}.k8s.yaml`);

/** Lines that differ between two texts of the same length. */
function differing(one: string, other: string): string[] {
  const [lines, others] = [one, other].map(text => text.split('\n'));
  expect(lines).toHaveLength(others.length);
  return lines.flatMap((line, number) => (line === others[number] ? [] : [`${line.trim()} -> ${others[number].trim()}`]));
}

test('main.ts renders three charts and a platform into a folder for each environment', () => {
  expect(Object.keys(rendered).filter(file => FILES.includes(path.basename(file)))).toEqual(['dev', 'prod'].flatMap(name => FILES.map(file => `${name}/${file}`)));
});

test('it is under forty lines', () => {
  expect(readFileSync('main.ts', 'utf8').split('\n').length).toBeLessThan(40);
});

test('environments differ in the shop by the hostname alone, and in the release by its stage', () => {
  expect([...new Set(differing(rendered['dev/ecommerce.k8s.yaml'], rendered['prod/ecommerce.k8s.yaml']))].map(line => line.replaceAll('dev.shop', 'shop'))
    .every(line => line.split(' -> ')[0] === line.split(' -> ')[1])).toBe(true);
  expect(differing(rendered['dev/reviews.k8s.yaml'], rendered['prod/reviews.k8s.yaml'])).toEqual(['weight: 75 -> weight: 95', 'weight: 25 -> weight: 5']);
});

test('the next stage in the file changes two weights, and nothing else', () => {
  ['dev', 'prod'].forEach(name => {
    mkdirSync(path.join(folder.path, 'releases', name), { recursive: true });
    cpSync(`releases/${name}/reviews.yaml`, path.join(folder.path, 'releases', name, 'reviews.yaml'));
  });
  const file = path.join(folder.path, 'releases/prod/reviews.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('stage: 1', 'stage: 2'));
  const home = process.cwd();
  const program = path.resolve('main.ts');
  try {
    process.chdir(folder.path);
    const next = renderedBy(program);
    expect(Object.keys(next)).toEqual(Object.keys(rendered));
    const changed = Object.keys(rendered).filter(name => next[name] !== rendered[name]);
    expect(changed).toEqual(['prod/reviews.k8s.yaml']);
    expect(differing(rendered['prod/reviews.k8s.yaml'], next['prod/reviews.k8s.yaml'])).toEqual(['weight: 95 -> weight: 75', 'weight: 5 -> weight: 25']);
  } finally {
    process.chdir(home);
  }
});

test('an API server takes it', () => {
  expect(refusals(Object.fromEntries(Object.entries(rendered).filter(([file]) => FILES.includes(path.basename(file)))))).toEqual([]);
});

test('the release of prod looks like this', () => {
  expect(rendered['prod/reviews.k8s.yaml']).toMatchSnapshot();
});
