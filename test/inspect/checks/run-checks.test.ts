import type { Check, Problem } from '../../../lib/inspect/checks/check';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { JudgeOptions, runChecks, Verdict } from '../../../lib/inspect/checks/run-checks';
import { Suppression } from '../../../lib/inspect/checks/suppression';
import { readInput } from '../../../lib/inspect/model/input';
import type { KubeObject } from '../../../lib/inspect/model/kube-object';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';
import { SchemaStore } from '../../../lib/inspect/schema/schema-store';

const color: Rule = { code: 'TEST001', slug: 'color', severity: 'warning', summary: 'No colors.', aliases: ['OTHER001'] };
const size: Rule = { code: 'TEST002', slug: 'size', severity: 'error', summary: 'No sizes.', aliases: [] };

/** Finds keys that are called as the rules. */
const keys: Check = {
  rules: [color, size],
  everyDocument: true,
  * judge({ source: { value } }): Iterable<Problem> {
    for (const rule of [size, color]) {
      if (rule.slug in value) {
        yield { rule, path: [rule.slug], message: `there is a ${rule.slug}`, repair: 'remove it' };
      }
    }
  },
};

/** Fails where an object says so, after it has found something. */
const fragile: Check = {
  rules: [color],
  everyDocument: true,
  * judge({ source }): Iterable<Problem> {
    yield { rule: color, path: ['kind'], message: 'seen' };
    if (source.value.kind === 'Bomb') {
      throw new Error('boom');
    }
  },
};

const schemas = SchemaStore.at('imports/schemas');

const defaults: JudgeOptions = {
  schemas, istioRelease: '1.30', filter: { only: [], skip: [] }, suppressions: [], defaultNamespace: 'default', set: { complete: false, assumed: [] },
};

function run(text: string, options: Partial<JudgeOptions> = {}, checks = [keys]): Verdict {
  return runChecks(readInput([new SourceFile('a.yaml', text)]), checks, { ...defaults, ...options });
}

const codes = ({ findings }: Verdict): string[] => findings.map(({ code }) => code);

test('a finding tells code, place, object and repair', () => {
  expect(run('apiVersion: example.com/v1\nkind: Car\nmetadata: {name: beetle, namespace: garage}\ncolor: red\n').findings).toEqual([{
    code: 'TEST001',
    rule: 'color',
    severity: 'warning',
    message: 'there is a color',
    object: { apiVersion: 'example.com/v1', kind: 'Car', namespace: 'garage', name: 'beetle' },
    path: 'color',
    aliases: ['OTHER001'],
    file: 'a.yaml',
    line: 4,
    column: 1,
    repair: 'remove it',
    url: 'docs/checks/TEST001.md',
  }]);
});

test('findings come by file, line and code, whatever the order in which they are found', () => {
  expect(codes(run('kind: A\nsize: 1\ncolor: 1\n---\n{kind: B, size: 1, color: 1}\n'))).toEqual(['TEST002', 'TEST001', 'TEST001', 'TEST002']);
});

test('what keeps a document from being read is found without any check', () => {
  const { findings } = run('a: [\n---\nkind: List\nitems:\n- kind: A\n  metadata: {name: x, name: z}\n', {}, []);
  expect(findings.map(({ code, line, column, object, path }) => ({ code, line, column, object, path }))).toEqual([
    { code: 'YAML001', line: 1, column: 4, object: undefined, path: undefined },
    { code: 'YAML002', line: 6, column: 23, object: { kind: 'A', name: 'z', namespace: 'default' }, path: 'metadata.name' },
  ]);
});

test('an item of a list is found where it stands, and its path begins at the item', () => {
  const { findings } = run('kind: List\nitems:\n- kind: A\n- kind: B\n  color: red\n');
  expect(findings).toMatchObject([{ path: 'color', line: 5, column: 3, object: { kind: 'B' } }]);
});

test('a filter decides which rules apply, whichever check finds them', () => {
  expect(codes(run('{kind: A, color: 1, size: 1}', { filter: { only: ['TEST'], skip: ['OTHER001'] } }))).toEqual(['TEST002']);
});

test('a check none of whose rules applies does not judge', () => {
  expect(run('kind: Bomb', { filter: { only: ['TEST002'], skip: [] } }, [fragile])).toMatchObject({ findings: [], suppressed: 0, crashes: [] });
});

test('suppressed findings are counted, and not told', () => {
  const suppressions = [new Suppression('TEST001', 'Car garage/*')];
  const verdict = run('kind: Car\nmetadata: {namespace: garage}\ncolor: 1\nsize: 1\n---\n{kind: Car, color: 1}', { suppressions });
  expect([codes(verdict), verdict.suppressed]).toEqual([['TEST002', 'TEST001'], 1]);
});

test('suppressions that hide nothing are told, and two that hide the same finding both hide something', () => {
  const suppressions = [['TEST001', '*'], ['color', 'Car garage/*'], ['TEST001', 'Bus *'], ['TEST002', '*']]
    .map(([name, glob]) => new Suppression(name, glob));
  const { suppressed, idleSuppressions } = run('kind: Car\nmetadata: {namespace: garage}\ncolor: 1\n', { suppressions });
  expect([suppressed, idleSuppressions]).toEqual([1, suppressions.slice(2)]);
});

test('the objects of kinds that nobody knows are told, whatever the checks find', () => {
  const { notJudged } = run('{apiVersion: v1, kind: Service}\n---\n{apiVersion: example.com/v1, kind: Car, color: 1}\n---\n{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator}\n');
  expect(notJudged.map(({ value }) => value.kind)).toEqual(['Car']);
});

test('a check that fails itself is a finding, even when nobody asked; the others go on, and so does it with the next object', () => {
  const verdict = run('kind: A\n---\nkind: Bomb\n---\nkind: B\ncolor: 1', { suppressions: [new Suppression('IST0001', '*')] }, [fragile, keys]);
  expect(verdict.findings.map(({ code, line }) => [code, line])).toEqual([
    ['TEST001', 1], ['IST0001', 3], ['TEST001', 3], ['TEST001', 5], ['TEST001', 6],
  ]);
  expect(verdict.findings[1]).toEqual({
    code: 'IST0001',
    rule: 'internal-error',
    severity: 'error',
    message: 'the check crashed, and this object may have more problems: boom',
    object: { kind: 'Bomb', namespace: 'default' },
    aliases: [],
    file: 'a.yaml',
    line: 3,
    column: 1,
    repair: 'run again with CDK8S_MESH_DEBUG=1, and report what it prints',
    url: 'docs/checks/IST0001.md',
  });
  expect(verdict.crashes).toEqual([new Error('boom')]);
});

test('a check may throw anything', () => {
  // eslint-disable-next-line no-throw-literal
  const odd: Check = { rules: [color], * judge(): Iterable<Problem> { throw 'a word'; } };
  expect(run('kind: A', {}, [odd]).findings).toMatchObject([{ message: 'the check crashed, and this object may have more problems: a word' }]);
});

test('a file of settings is judged where it stands, by the checks of its kind alone', () => {
  const file = new SourceFile('mesh.yaml', '# the mesh\ncolor: red\n');
  const document = new YamlDocument(file, { start: 0, end: file.text.length, behindMarker: false });
  const meshConfig = { value: document.value as KubeObject['value'], document, path: [] };
  const { findings } = run('kind: A\ncolor: 1', { set: { complete: false, assumed: [], meshConfig } }, [keys, { ...keys, kinds: ['MeshConfig'], everyDocument: false }]);
  expect(findings.map(({ file: name, line, object }) => [name, line, object])).toEqual([
    ['a.yaml', 2, { kind: 'A', namespace: 'default' }],
    ['mesh.yaml', 2, { kind: 'MeshConfig', namespace: 'istio-system', name: 'meshconfig' }],
  ]);
});

test('of an object that a kustomization patches, what is found is left to be mended by hand, or in the patch', () => {
  const cars: Check = {
    rules: [color, size],
    * judge({ root }): Iterable<Problem> {
      for (const [rule, name] of [[color, 'color'], [size, 'size']] as const) {
        const { path } = root.at('spec', name);
        yield { rule, path, message: `there is a ${name}: ${String(root.at('spec', name).value)}`, fix: [{ kind: 'set', path, to: 'other' }] };
      }
    },
  };
  const files = {
    'base/kustomization.yaml': 'resources: [car.yaml, bus.yaml]',
    'base/car.yaml': '{kind: Car, metadata: {name: a}, spec: {color: red, size: 7}}',
    'base/bus.yaml': '{kind: Bus, metadata: {name: a}, spec: {color: red, size: 7}}',
    'prod/kustomization.yaml': 'resources: [../base]\npatches: [{patch: "{kind: Car, metadata: {name: a}, spec: {size: 8}}"}]',
  };
  const input = readInput(Object.entries(files).map(([name, text]) => new SourceFile(name, text)));
  const { findings } = runChecks(input, [cars], defaults);
  expect(findings.map(({ file, message, fixable, repair }) => [file, message, fixable, repair])).toEqual([
    ['base/bus.yaml', 'there is a color: red', true, undefined],
    ['base/bus.yaml', 'there is a size: 7', true, undefined],
    ['base/car.yaml', 'there is a color: red', undefined, undefined],
    ['prod/kustomization.yaml', 'there is a size: 8', undefined, undefined],
  ]);
});

test.each([
  ['that is known, where it says it', 'patches: [{target: {kind: Car}, patch: "[{op: add, path: /color, value: red}]"}]', ['a: there is a color', 'b: there is a color']],
  ['that deletes an object, nothing of that', 'patches: [{patch: "{kind: Car, metadata: {name: b}, $patch: delete}"}]', []],
  ['that nobody knows, nothing of what it may set', 'replacements: [{targets: [{select: {kind: Car, name: "b.*"}, fieldPaths: [color]}]}]', []],
])('of a patch %s', (_, patch, expected) => {
  const files = {
    'kustomization.yaml': `resources: [car.yaml]\n${patch}`,
    'car.yaml': '{kind: Car, metadata: {name: b}, color: 1}\n---\n{kind: Car, metadata: {name: a}}',
  };
  const input = readInput(Object.entries(files).map(([name, text]) => new SourceFile(name, text)));
  expect(runChecks(input, [keys], defaults).findings.map(({ object, message }) => `${object?.name}: ${message}`)).toEqual(expected);
});

test('what a patch sets is found in the patch', () => {
  const files = {
    'kustomization.yaml': 'resources: [car.yaml]\npatches: [{target: {kind: Car}, patch: "[{op: add, path: /color, value: {deep: 1}}]"}]',
    'car.yaml': 'kind: Car\nmetadata: {name: b}\ncolor: 1\n',
  };
  const deep: Check = {
    rules: [color],
    * judge({ root }): Iterable<Problem> {
      yield { rule: color, path: root.at('color', 'deep').path, message: 'too deep' };
    },
  };
  const input = readInput(Object.entries(files).map(([name, text]) => new SourceFile(name, text)));
  expect(runChecks(input, [deep], defaults).findings.map(({ file, path, line }) => [file, path, line])).toEqual([['kustomization.yaml', 'color.deep', 2]]);
});

test('what stands in a list to which a patch adds is found where it stands', () => {
  const files = {
    'kustomization.yaml': 'resources: [car.yaml]\npatches: [{patch: "{apiVersion: v1, kind: Car, metadata: {name: b}, containers: [{name: new}]}"}]',
    'car.yaml': 'apiVersion: v1\nkind: Car\nmetadata: {name: b}\ncontainers:\n- {name: old}\n',
  };
  const named: Check = {
    rules: [color],
    * judge({ root }): Iterable<Problem> {
      for (const { path, text } of root.at('containers').items().map(item => item.at('name'))) {
        yield { rule: color, path, message: `${text} is there` };
      }
    },
  };
  const input = readInput(Object.entries(files).map(([name, text]) => new SourceFile(name, text)));
  expect(runChecks(input, [named], defaults).findings.map(({ message, path, line }) => [message, path, line])).toEqual([
    ['new is there', 'containers[0].name', 4], ['old is there', 'containers[1].name', 5],
  ]);
});
