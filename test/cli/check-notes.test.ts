import { checkNotes, CheckOutcome } from '../../lib/cli/check-notes';
import { CliError } from '../../lib/cli/cli-error';
import type { Undecided } from '../../lib/inspect/checks/check';
import type { Verdict } from '../../lib/inspect/checks/run-checks';
import { schemaRules } from '../../lib/inspect/checks/schema-rules';
import { Suppression } from '../../lib/inspect/checks/suppression';
import { readInput } from '../../lib/inspect/model/input';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { FakeTerminal } from '../support/fake-terminal';
import { testSchemas } from '../support/object-set';

const inputOf = (...texts: readonly string[]): CheckOutcome['input'] => readInput(texts.map(text => new SourceFile('a.yaml', text)));

const calm: Verdict = { findings: [], repairs: [], suppressed: 0, idleSuppressions: [], notJudged: [], undecided: [], crashes: [] };

function notes(verdict: Partial<Verdict>, outcome: Partial<CheckOutcome> = {}, env = {}): string[] {
  const nothing = { input: inputOf('kind: A'), sets: [], failures: [], notes: [], schemas: testSchemas, complete: false };
  return checkNotes({ ...nothing, verdict: { ...calm, ...verdict }, ...outcome }, new FakeTerminal(env));
}

test('there is nothing to say of a check that did its work', () => {
  expect(notes({})).toEqual([]);
});

test.each([
  ['no file', [], 'no *.yaml, *.yml or *.json file was found'],
  ['no object', ['replicas: 2'], 'the input contains no objects'],
])('with %s there is nothing to check', (_, texts, reason) => {
  expect(notes({}, { input: inputOf(...texts) })).toEqual([`cdk8s-mesh: nothing to check: ${reason}`]);
});

test('what is said of the flags that left out nothing is passed on', () => {
  expect(notes({}, { notes: ['--exclude \'a\n*\' left out nothing'] })).toEqual(['cdk8s-mesh: --exclude \'a\\n*\' left out nothing']);
});

test('each file that could not be read is a line, and then nobody wonders why there is nothing to check', () => {
  const failures = [new CliError('a.yaml: is broken'), new CliError('b\n.yaml: is broken')];
  expect(notes({}, { input: inputOf(), failures })).toEqual(['cdk8s-mesh: a.yaml: is broken', 'cdk8s-mesh: b\\n.yaml: is broken']);
});

test.each([
  ['resources: [a.yaml]', []],
  ['resources: [../base]\nnamespace: prod', []],
  ['resources: [../base]\nlabels: [{pairs: {team: shop}}]\npatches: [{path: a.yaml}]', []],
  ['{resources: [../base], namePrefix: prod-}', [expect.stringContaining('objects of 1 kustomization are checked without prefixes')]],
  ['configMapGenerator: [{name: a}]', [expect.stringContaining('kustomize build | cdk8s-mesh check -')]],
])('of a kustomization with %j', (text, expected) => {
  const files = { 'prod/kustomization.yaml': text, 'prod/a.yaml': 'kind: A', 'base/kustomization.yaml': 'resources: [b.yaml]', 'base/b.yaml': 'kind: B' };
  expect(notes({}, { input: readInput(Object.entries(files).map(([name, content]) => new SourceFile(name, content))) })).toEqual(expected);
});

test('of kustomizations the files and folders are told that they name and nobody passed', () => {
  const text = 'resources: [../base, a.yaml, https://example.com/base]\ncomponents: [../common]\npatches: [{path: b.yaml}, {path: c.yaml}]';
  const told = notes({}, { input: readInput([new SourceFile('prod/kustomization.yaml', text), new SourceFile('prod/a.yaml', 'kind: A')]) });
  expect(told).toEqual([
    'cdk8s-mesh: kustomizations name what is not in the input: ../base (prod/kustomization.yaml), ../common (prod/kustomization.yaml), b.yaml (prod/kustomization.yaml) and 1 more; '
    + 'without it, only a part of what is applied is checked: correct the name, pass the path as well, or run: kustomize build | cdk8s-mesh check -',
  ]);
});

test('of overlays that are too many to be judged the first is named', () => {
  const said = (surplus: readonly string[]): string[] => {
    const input = inputOf('kind: A');
    return notes({}, { input: { ...input, kustomized: { ...input.kustomized, surplus } } });
  };
  expect(said(['teams/a'])).toEqual(['cdk8s-mesh: not checked because too many overlays share files: teams/a; pass fewer at once']);
  expect(said(['a', 'b', 'c'])).toEqual([expect.stringContaining('share files: a and 2 more overlays; pass fewer')]);
});

test('kinds that nobody knows are counted, the most frequent first, and at most five are named', () => {
  const kinds = ['G', 'F', 'E', 'D', 'C', 'B', 'A', 'C', 'C', 'B\u001b'];
  const { objects } = inputOf(kinds.map(kind => JSON.stringify({ apiVersion: 'x.io/v1', kind })).join('\n---\n'));
  expect(notes({ notJudged: objects })).toEqual([
    'cdk8s-mesh: 10 objects not validated against a schema (unknown kind or version): C x.io/v1 (3), A x.io/v1 (1), '
    + 'B\\u001b x.io/v1 (1), B x.io/v1 (1), D x.io/v1 (1) and 3 more kinds; if these kinds exist, pass their CRDs with --crds',
  ]);
  expect(notes({ notJudged: objects.slice(0, 1) })).toEqual([
    'cdk8s-mesh: 1 object not validated against a schema (unknown kind or version): G x.io/v1 (1); if these kinds exist, pass their CRDs with --crds',
  ]);
});

test('what cannot be decided is told once, and at most five places are named', () => {
  const undecided = (places: string[]): Undecided[] => places.map(unknown => ({ undecided: schemaRules.type, unknown }));
  expect(notes({ undecided: undecided(['namespace pay', 'namespace lab', 'namespace pay']) })).toEqual([
    'cdk8s-mesh: references to objects outside the input were not checked: namespace lab, namespace pay; '
    + 'add those objects, or pass --complete if the input is everything there is',
  ]);
  expect(notes({ undecided: undecided(['f', 'e', 'd', 'c', 'b', 'a']) })).toEqual([expect.stringContaining('were not checked: a, b, c, d, e and 1 more; ')]);
  expect(notes({ undecided: undecided(['injection of namespace pay']) }, { complete: true })).toEqual([
    'cdk8s-mesh: not checked because no object in the input shows it: injection of namespace pay; add the Namespace or another object that shows it',
  ]);
});

test('a suppression that hid nothing is told as it was given', () => {
  expect(notes({ idleSuppressions: [new Suppression('CRD001', 'Car garage/*')] }))
    .toEqual(["cdk8s-mesh: --suppress 'CRD001=Car garage/*' hid nothing: there is no such finding"]);
});

test('checks that failed themselves are told, after their stacks if somebody asked for these', () => {
  const boom = new Error('boom');
  const note = 'cdk8s-mesh: a check crashed: see the findings of IST0001';
  expect(notes({ crashes: [boom, boom] })).toEqual([note]);
  expect(notes({ crashes: [boom, boom] }, {}, { CDK8S_MESH_DEBUG: '1' })).toEqual([boom.stack, note]);
});
