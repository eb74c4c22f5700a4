import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import { MESH_CONFIG_FIELDS } from '../../imports/istio-mesh-config-fields';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';
import { filesOf, programWith } from '../support/call-program';
import { claimsOf, fieldRowsOf, rowProblems, rowsOf } from '../support/field-rows';
import { contentsOf } from '../support/folder';
import { blocksOf, filesAbove, pages } from '../support/markdown';
import { fieldsOf, valuesOf } from '../support/schema-fields';
import { typeErrors } from '../support/type-errors';
import { refusals } from '../support/valid';

/** Values by `section field`; that of an object begins with its name. */
type Values = ReadonlyMap<string, ReadonlySet<string>>;
type Files = Readonly<Record<string, string>>;

const PAGE = 'docs/from-yaml-to-constructs.md';
const GROUPS = ['networking.istio.io', 'security.istio.io', 'telemetry.istio.io', 'extensions.istio.io', 'gateway.networking.k8s.io'];
const MARKS = 'Labels and annotations';
const MESH_CONFIG = 'Mesh configuration';

const schemas = SchemaStore.at(path.resolve('imports/schemas'));
const [{ text: program }] = blocksOf(PAGE);
const rows = fieldRowsOf(readFileSync(PAGE, 'utf8'));

/** What the page has to speak of, by its headings. Of the mesh configuration it has the uppermost fields: another test shows that all have types. */
const sections: ReadonlyArray<readonly [string, readonly string[]]> = [
  ...GROUPS.flatMap(group => schemas.kindsOf(group).map(kind => [`${group}/${kind}`, fieldsOf(schemas, group, kind)] as const)),
  [MARKS, marksInSources()],
  [MESH_CONFIG, Object.keys(MESH_CONFIG_FIELDS.MeshConfig).map(name => `meshConfig.${name}`)],
];
const claims = sections.flatMap(([section, fields]) => claimsOf(section, fields, rows));
const calls = [...new Set(claims.map(({ call }) => call))];

test('the page has a table for each kind', () => {
  expect([...new Set(rows.map(({ section }) => section))].sort()).toEqual(sections.map(([section]) => section).sort());
});

test.each(sections)('%s: each field has one row', (section, fields) => {
  expect(rowProblems(section, fields, rows)).toEqual([]);
});

test('a row that has no call gives its reason in a sentence', () => {
  const wordless = rows.filter(({ call, like, reason = '' }) => call === undefined && like === undefined && !/^\S+( \S+){4,}\.$/.test(reason));
  expect(wordless).toEqual([]);
});

test('every call compiles against what the package exports', () => {
  const together = typeErrors({ all: programWith(program, calls.map(call => `{ ${call}; }`).join('\n')) });
  const each = together.all === undefined ? [] : calls.map(call => [call, programWith(program, call)]);
  expect(typeErrors(Object.fromEntries(each))).toEqual({});
}, 120_000);

test('what reasons and remarks name as calls is there', () => {
  const report = readFileSync('docs/api-report.api.md', 'utf8');
  const remarks = rows.map(({ call, text }) => call === undefined ? text : text.slice(call.length + 2));
  const codes = remarks.flatMap(text => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code.replace(/'[^']*'/g, '')));
  const called = new Set(codes.flatMap(code => code.match(/\b\w+(?=\()/g) ?? []));
  expect([...called].filter(name => !new RegExp(`\\b${name}\\b`).test(report))).toEqual([]);
});

test.each(calls)('%s renders the fields beside it, which are not there without', call => {
  const [without, rendered] = [valuesWith('void 0'), valuesWith(call)];
  const told = claims.filter(claim => claim.call === call).map(({ section, field }) => `${section} ${field}`);
  expect(told.filter(key => [...rendered.get(key) ?? []].every(value => without.get(key)?.has(value)))).toEqual([]);
});

describe('what has a reason for not being rendered is not rendered', () => {
  const refused = new Set(sections.flatMap(([section, fields]) => {
    const own = rows.filter(row => row.section === section);
    return fields.filter(field => rowsOf(field, own).some(({ reason }) => reason !== undefined)).map(field => `${section} ${field}`);
  }));
  const contradictions = (values: Values): string[] => [...values.keys()].filter(key => refused.has(key));

  test('by a call of the page', () => {
    expect(calls.flatMap(call => contradictions(valuesWith(call)).map(key => [key, call]))).toEqual([]);
  }, 60_000);

  test('by a program of another page', () => {
    const programs = pages().flatMap(page => blocksOf(page)).filter(({ language, text }) => language === 'ts' && inOurWords(text));
    const rendered = programs.map(({ location, text }) => ({ location, values: valuesIn(filesOf(text, filesAbove({ location }))) }));
    const found = rendered.flatMap(({ location, values }) => contradictions(values).map(key => [key, location]));
    expect(found).toEqual([]);
  }, 60_000);

  test('by an example', () => {
    const examples = readdirSync('examples').map(name => `examples/${name}`).filter(folder => existsSync(`${folder}/main.ts`));
    const ours = examples.filter(folder => inOurWords(readFileSync(`${folder}/main.ts`, 'utf8')));
    expect(ours.flatMap(folder => contradictions(valuesIn(contentsOf(`${folder}/dist`))).map(key => [key, folder]))).toEqual([]);
  });
});

const known = new Map<string, Values>();

/** What the program of the page renders when a call is added to it, once. */
function valuesWith(call: string): Values {
  const values = known.get(call) ?? acceptedValues(filesOf(programWith(program, call)));
  known.set(call, values);
  return values;
}

function acceptedValues(files: Files): Values {
  expect(refusals(Object.fromEntries(Object.entries(files).filter(([file]) => !isForInstaller(file))))).toEqual([]);
  return valuesIn(files);
}

function valuesIn(files: Files): Values {
  const values = new Map<string, Set<string>>();
  for (const [file, text] of Object.entries(files).filter(([name]) => name.endsWith('.yaml'))) {
    for (const object of loadAll(text) as any[]) {
      for (const [key, value] of isForInstaller(file) ? configured(object) : said(object)) {
        values.set(key, (values.get(key) ?? new Set()).add(`${object.metadata?.name} ${JSON.stringify(value)}`));
      }
    }
  }
  return values;
}

function said(object: any): ReadonlyArray<readonly [string, unknown]> {
  const section = `${object.apiVersion.split('/')[0]}/${object.kind}`;
  return [...valuesOf(schemas, object).map(([field, value]) => [`${section} ${field}`, value] as const), ...marksIn(object)];
}

/** The entries of all maps in an object, which labels and annotations are among. */
function marksIn(value: unknown): ReadonlyArray<readonly [string, unknown]> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.flatMap(([name, entry]) => [[`${MARKS} ${name}`, entry] as const, ...marksIn(entry)]);
}

function configured({ meshConfig = {} }: any): ReadonlyArray<readonly [string, unknown]> {
  return Object.entries(meshConfig).map(([name, value]) => [`${MESH_CONFIG} meshConfig.${name}`, value] as const);
}

function isForInstaller(file: string): boolean {
  return file.includes('install/');
}

/** Whether a program leaves all fields to our constructs. */
function inOurWords(text: string): boolean {
  return !/addJsonPatch|cdk8s-mesh\/imports|\bInclude\b|\bApiObject\(/.test(text);
}

/** The labels and annotations of Istio that our constructs name. */
function marksInSources(): readonly string[] {
  const folders = ['mesh', 'istio'].map(name => path.join('lib', name));
  const files = folders.flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => path.join(folder, file)));
  const texts = files.filter(file => file.endsWith('.ts')).map(file => readFileSync(file, 'utf8')).join('\n');
  return [...new Set([...texts.matchAll(/'((?:[a-z]+\.)*istio\.io\/[a-zA-Z-]+|istio-injection)'/g)].map(([, name]) => name))];
}
