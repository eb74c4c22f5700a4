import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { difference } from '../../lib/migrate/difference';
import { inOrder, RoundTrip, roundTrip } from '../support/imported-charts';
import { typeErrors } from '../support/type-errors';

/** Each folder that an app has published, one environment at a time. */
const published = publishedFolders();
const trips = new Map<string, RoundTrip>();

const CORRECTED = 'test/migrate/corrected-manifests.yaml';
const ESLINT = 'node_modules/eslint/bin/eslint.js';

/** Texts that end a text, replace something in it, or hide. */
const HOSTILE = JSON.stringify({
  kind: 'List',
  items: [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'it\'s */ a `name`', namespace: 'a*/b\'\\${c}', annotations: { 'a b': '\'; process.exit(1); \'' } },
      data: {
        'quotes': '\'"`', 'backslash': '\\', 'template': '${process.exit(1)}', 'lines': '`${1}`\r\n\ttab \\n', 'last line': 'a\n',
        'unseen': '\u2028\u2029\u202e\u200b\ufeff\u0000\u001b[2J', '__proto__x': '1', '1': 'one', 'a\nb': '', '': 'empty',
      },
    },
    { apiVersion: 'example.com/v1', kind: 'Odd', metadata: { name: 'odd', namespace: 'shop' }, spec: { number: -1.5e-7, large: 1e21, list: [[], {}, ''] } },
    { 'apiVersion': 'example.com/v1', 'kind': 'Odd', 'metadata': { name: 'odd', namespace: '../..' }, 'weird key': [{ 'a.b': 1 }] },
  ],
});

beforeAll(() => {
  published.forEach(folder => trips.set(folder, roundTrip(filesIn(folder))));
  trips.set('corrected manifests', roundTrip({ 'corrected.yaml': readFileSync(CORRECTED, 'utf8') }));
  published.forEach(folder => trips.set(`${folder}, --l1`, roundTrip(filesIn(folder), false)));
}, 120_000);

test('what was written renders what was read: every object of dist/, of the examples and of the corrected manifests', () => {
  const wrong = [...trips].flatMap(([folder, { read, rendered, refused }]) => {
    const differs = difference(inOrder(read), inOrder(rendered));
    return [...(differs === undefined ? [] : [`${folder}: ${differs}`]), ...refused.map(({ reason }) => `${folder}: ${reason}`)];
  });
  expect(wrong).toEqual([]);
});

test('and is no ApiObject where there is a construct', () => {
  const untyped = [...trips.values()].flatMap(({ objects }) => objects.filter(({ level }) => level === 'untyped'));
  expect(new Set(untyped.map(({ reason }) => reason))).toEqual(new Set([
    'there is no construct for IstioOperator of install.istio.io/v1alpha1',
    'there is no construct for TrafficSplit of split.smi-spec.io/v1alpha2, only for split.smi-spec.io/v1alpha4: use that version if its fields are the same, and import again',
  ]));
});

test('what was written compiles as strictly as the README tells users to', () => {
  expect(typeErrors(Object.fromEntries([...trips].map(([folder, { text }]) => [folder, text])))).toEqual({});
}, 120_000);

test('and keeps the rules of this house', () => {
  const { text } = roundTrip({ 'corrected.yaml': readFileSync(CORRECTED, 'utf8'), 'hostile.yaml': HOSTILE });
  // As in a user's project, where this package is none of their own.
  const input = text.replaceAll('\'cdk8s-mesh', '\'cdk8s-mesi');
  const { stdout } = spawnSync(process.execPath, [ESLINT, '--stdin', '--stdin-filename', 'main.ts', '--format', 'json'], { input, encoding: 'utf8' });
  const [{ messages }] = JSON.parse(stdout) as Array<{ messages: Array<{ ruleId: string; line: number; message: string }> }>;
  const wrong = messages.filter(({ ruleId }) => ruleId !== 'max-lines');
  expect(wrong.map(({ ruleId, line, message }) => `${line}: ${ruleId}: ${message}`)).toEqual([]);
}, 60_000);

describe('whatever a text says, it is a text', () => {
  test('and is rendered as it was, and compiles', () => {
    const { read, rendered, refused, text } = roundTrip({ 'hostile.yaml': HOSTILE });
    expect(refused).toEqual([]);
    expect(inOrder(rendered)).toEqual(inOrder(read));
    expect(typeErrors({ hostile: text })).toEqual({});
  }, 60_000);

  test('and what cdk8s would not render, is said', () => {
    const { refused, charts } = roundTrip({ 'odd.yaml': '{apiVersion: v1, kind: ConfigMap, metadata: {name: odd}, data: {constructor: a}}' });
    expect(refused.map(({ reason, place }) => [reason, place()])).toEqual([
      ["ConfigMap odd: cdk8s does not render it unchanged: can't render non-simple object of type 'undefined'", { file: 'odd.yaml', line: 1 }],
    ]);
    expect(charts).toEqual([]);
  });

  test('and nothing in the module looks otherwise than it is', () => {
    const { text } = roundTrip({ 'hostile.yaml': HOSTILE });
    expect(/[^\n\u0020-\u007e]/.exec(text)).toBeNull();
  });
});

function publishedFolders(): string[] {
  const all = ['dist', ...readdirSync('examples').map(name => `examples/${name}/dist`).filter(folder => existsSync(folder))];
  return all.flatMap(folder => {
    const entries = readdirSync(folder, { withFileTypes: true });
    const environments = entries.filter(entry => entry.isDirectory() && entry.name !== 'install').map(({ name }) => `${folder}/${name}`);
    return environments.length === 0 ? [folder] : environments;
  });
}

function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.ya?ml$/.test(name)).sort();
  return Object.fromEntries(names.map(name => [`${folder}/${name}`, readFileSync(path.join(folder, name), 'utf8')]));
}
