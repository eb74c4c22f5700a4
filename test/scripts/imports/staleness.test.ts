import { Lock, lockText, outputHashes, sha256 } from '../../../scripts/imports/lock';
import { staleness } from '../../../scripts/imports/staleness';
import { fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();

const generators = { 'cdk8s-cli': '2.0.0' };
const inputs = [{ name: 'crds.yaml', text: 'crds' }, { name: 'facts/kubernetes.json', text: 'facts' }];
const outputs = { 'a.ts': 'a', 'schemas/b.json': 'b' };
const lock: Lock = {
  generators,
  sources: Object.fromEntries(inputs.map(({ name, text }) => [name, { sha256: sha256(text) }])),
  constructs: {},
  outputs: outputHashes(new Map(Object.entries(outputs))),
};

/** What is wrong in a folder with the lock and these outputs, in surroundings where these things are otherwise. */
function problems(files: Record<string, string>, surroundings: Partial<Parameters<typeof staleness>[1]> = {}): readonly string[] {
  fill(folder.path, { 'lock.json': lockText(lock), ...files });
  return staleness(folder.path, { generators, ...surroundings });
}

test('what is as the lock says is not stale, with the inputs at hand and without', () => {
  expect(problems(outputs)).toEqual([]);
  expect(problems(outputs, { inputs })).toEqual([]);
});

test('an edited, a missing and an additional file are told apart', () => {
  expect(problems({ 'a.ts': 'edited', 'c.ts': 'c' })).toEqual([
    'a.ts is not as it was generated, and is never edited: run npm run imports',
    'c.ts is not in the lock: move it elsewhere, generated files are alone here',
    'schemas/b.json is missing: run npm run imports',
  ]);
});

test('another version of a generator is told, and one that came or went', () => {
  expect(problems(outputs, { generators: { 'cdk8s-cli': '2.0.1', 'json2jsii': '0.5.0' } })).toEqual([
    'cdk8s-cli is 2.0.1, the lock was made with 2.0.0: run npm run imports',
    'json2jsii is 0.5.0, the lock was made with none: run npm run imports',
  ]);
  expect(problems(outputs, { generators: {} })).toEqual(['cdk8s-cli is not installed, the lock was made with 2.0.0: run npm run imports']);
});

test('an input that changed, came or went is told', () => {
  expect(problems(outputs, { inputs: [{ name: 'crds.yaml', text: 'changed' }, { name: 'new.yaml', text: 'new' }] })).toEqual([
    'the input crds.yaml is not the one that the lock was made from: run npm run imports',
    'the input facts/kubernetes.json is not the one that the lock was made from: run npm run imports',
    'the input new.yaml is not the one that the lock was made from: run npm run imports',
  ]);
});

test.each([['missing', {}], ['broken', { 'lock.json': '{' }]])('a lock that is %s is stale', (_, files) => {
  fill(folder.path, { ...outputs, ...files });
  expect(staleness(folder.path, { generators })).toEqual(['lock.json is missing or cannot be read: run npm run imports']);
});
