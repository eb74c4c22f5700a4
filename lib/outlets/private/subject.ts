import path from 'node:path';
import { FileSet, installedOnce } from '../../cli/environment-sets';
import { readInputFiles } from '../../cli/input-files';
import { isObject } from '../../inspect/is-object';
import type { ObjectReference } from '../../inspect/mesh/object-reference';
import { PROVIDES } from '../../inspect/mesh/object-set';
import { MetadataFiles } from '../../inspect/model/metadata-files';
import { SourceFile } from '../../inspect/model/source-file';
import { renderedSets } from './rendered-sets';

/** What somebody expects something of: sets of files, and the construct of an object in them. */
export interface Subject {
  readonly sets: readonly FileSet[];
  readonly constructOf?: (file: string, object: ObjectReference) => string | undefined;
}

/**
 * What a test hands over: a MeshApp, an App or a chart of cdk8s; objects, as `Testing.synth` gives them; text; or the path of a file or
 * folder.
 *
 * @throws when it is something else, or a path that leads nowhere.
 */
export function subjectOf(value: unknown): Subject {
  if (typeof value === 'string') {
    return /[\n{]|: /.test(value) ? { sets: [{ files: [new SourceFile('text.yaml', value)], assumed: [] }] } : placeAt(value);
  }
  if (isApp(value)) {
    return subjectOfApp(value);
  }
  if (isChart(value)) {
    return { sets: [{ files: [objectsFile(value.toJson())], assumed: providedIn(value) }], constructOf: constructsOf(value, []) };
  }
  if (Array.isArray(value) || (isObject(value) && typeof value.kind === 'string')) {
    return { sets: [{ files: [objectsFile(Array.isArray(value) ? value : [value])], assumed: [] }] };
  }
  throw new Error('toPassMeshChecks: this value cannot be checked. Pass a MeshApp, an App or Chart of cdk8s, objects, YAML, or the path of a file or folder.');
}

interface App {
  readonly node: Node;
  readonly synthYaml: () => string;
  readonly _renderedTexts?: () => readonly RenderedTexts[];
}

interface RenderedTexts {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Absent in copies of the package that do not know it yet. */
  readonly provided?: readonly string[];
}

interface Chart {
  readonly node: Node;
  readonly toJson: () => unknown[];
}

interface Node {
  readonly findAll: () => unknown[];
}

/** They are known by what they can do: a project may hold several copies of cdk8s. */
function isApp(value: unknown): value is App {
  return typeof value === 'object' && value !== null && 'node' in value && 'synthYaml' in value;
}

function isChart(value: unknown): value is Chart {
  return typeof value === 'object' && value !== null && 'node' in value && 'toJson' in value;
}

function subjectOfApp(app: App): Subject {
  if (app._renderedTexts === undefined) {
    return { sets: [{ files: [new SourceFile('app.k8s.yaml', app.synthYaml())], assumed: providedIn(app) }], constructOf: constructsOf(app, []) };
  }
  const folders = app._renderedTexts().map(({ name, files, provided = [] }) => ({ name, files: manifestsOf(name, files), assumed: provided }));
  const shared = folders.filter(({ name }) => name === '').flatMap(({ files }) => files);
  const environments = folders.filter(({ name }) => name !== '');
  return {
    sets: environments.length === 0 ? folders : environments.map(({ files, assumed }) => ({ files: [...shared, ...files], assumed })),
    constructOf: constructsOf(app, environments.map(({ name }) => name)),
  };
}

function manifestsOf(folder: string, files: Readonly<Record<string, string>>): SourceFile[] {
  const manifests = Object.entries(files).filter(([file]) => MANIFEST.test(file));
  return installedOnce(manifests.map(([file, text]) => new SourceFile(path.posix.join(folder, file), text)));
}

const MANIFEST = /\.(?:ya?ml|json)$/;

/** A folder that an app has written is taken apart as the app has it. */
function placeAt(place: string): Subject {
  const { files, failures: [failure] } = readInputFiles([place]);
  if (failure !== undefined) {
    throw failure;
  }
  const metadata = new MetadataFiles();
  const manifests = files.map(({ name }) => name).filter(name => path.basename(name) !== 'construct-metadata.json');
  return { sets: renderedSets(manifests, metadata) };
}

/** What constructs say that others create, by metadata of their nodes. */
function providedIn({ node }: { readonly node: Node }): string[] {
  const said = node.findAll().flatMap(construct => (construct as { readonly node: Metadata }).node.metadata).filter(({ type }) => type === PROVIDES);
  return said.flatMap(({ data }) => String(data).split(','));
}

interface Metadata {
  readonly metadata: ReadonlyArray<{ readonly type: string; readonly data: unknown }>;
}

/** JSON is YAML. */
function objectsFile(objects: readonly unknown[]): SourceFile {
  return new SourceFile('objects.yaml', objects.map(object => `---\n${JSON.stringify(object, undefined, 2)}\n`).join(''));
}

interface ApiObject {
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly metadata: { readonly namespace?: string };
  readonly node: { readonly path: string };
}

/** Looks constructs up when the first finding asks. The path of a construct begins with its environment. */
function constructsOf({ node }: { readonly node: Node }, environments: readonly string[]): Subject['constructOf'] {
  const environmentOf = (place: string): string => environments.find(name => place.startsWith(`${name}/`)) ?? '';
  let paths: ReadonlyMap<string, string> | undefined;
  return (file, { apiVersion = '', kind = '', namespace = '', name = '' }) => {
    paths ??= new Map(node.findAll().filter(isApiObject).map(object => [keyOf(environmentOf(object.node.path), object), object.node.path]));
    const keys = [namespace, ''].map(within => keyOf(environmentOf(file), { apiVersion, kind, name, metadata: { namespace: within } }));
    return paths.get(keys[0]) ?? paths.get(keys[1]);
  };
}

function isApiObject(value: unknown): value is ApiObject {
  return typeof value === 'object' && value !== null && ['apiVersion', 'kind', 'metadata', 'toJson'].every(key => key in value);
}

function keyOf(environment: string, { apiVersion, kind, name, metadata: { namespace = '' } }: Omit<ApiObject, 'node'>): string {
  return [environment, apiVersion, kind, namespace, name].join(' ');
}
