import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { load, loadAll } from 'js-yaml';
import { SchemaStore } from '../lib/inspect/schema/schema-store';
import { renderedAs } from './support/rendered-as';

const folders = readdirSync('examples').filter(name => existsSync(`examples/${name}/main.ts`) && !existsSync(`examples/${name}/package.json`)).sort();
const programs = ['main.ts', ...folders.map(name => `examples/${name}/main.ts`)];
const schemas = SchemaStore.at(path.resolve('imports/schemas'));
const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;
if (!hasKubectl) {
  console.warn('SKIPPED: there is no kubectl here, so what it builds of kustomizations is not compared with what is rendered');
}

interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: Readonly<Record<string, any>>;
}

interface Listed {
  readonly namespaces?: ReadonlyArray<{ readonly name: string }>;
  readonly definitions?: ReadonlyArray<{ readonly kinds: ReadonlyArray<{ readonly apiVersion: string; readonly kind: string }> }>;
  readonly objects?: ReadonlyArray<{ readonly object: string }>;
  readonly apply: readonly string[];
}

/** The files with objects of each environment, in the order in which they are applied; the empty name is for what is outside. */
function environmentsIn(files: Readonly<Record<string, string>>): [name: string, objects: KubeObject[]][] {
  const names = Object.keys(files).filter(file => path.basename(file) === LIST).map(file => path.posix.join(file, '../..').replace(/^\.$/, ''));
  expect(names).not.toEqual([]);
  return names.map(name => {
    const nearest = (file: string): string => names.filter(one => isBelow(file, one)).reduce((one, other) => (one.length > other.length ? one : other), '');
    const own = Object.keys(files).filter(file => isObjects(file) && nearest(file) === name);
    return [name, inOrder(files, name, own.sort()).flatMap(file => loadAll(files[file]) as KubeObject[])];
  });
}

const LIST = 'prerequisites.yaml';
const isObjects = (file: string): boolean => file.endsWith('.yaml') && path.basename(path.dirname(file)) !== 'install';
const isBelow = (file: string, folder: string): boolean => folder === '' || file.startsWith(`${folder}/`);
const listOf = (files: Readonly<Record<string, string>>, name: string): Listed => load(files[path.posix.join(name, 'install', LIST)]) as Listed;

/** kubectl reads files by their names, and of kustomizations those that they list; these are named one by one. */
function inOrder(files: Readonly<Record<string, string>>, name: string, own: readonly string[]): readonly string[] {
  const units = listOf(files, name).apply.map(command => /^kubectl apply -k (\S+)$/.exec(command)?.[1]).filter(unit => unit !== undefined);
  return units.length === 0 ? own : units.flatMap(unit => {
    const folder = path.posix.join(name, unit);
    return (load(files[path.posix.join(folder, 'Kustomization')]) as { readonly resources: readonly string[] }).resources.map(file => path.posix.join(folder, file));
  });
}

const titleOf = (kind: string, namespace = '', name = ''): string => `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`;
const podsOf = ({ spec }: KubeObject): any => spec?.template?.spec ?? spec?.jobTemplate?.spec.template.spec ?? {};

/** Accounts, ConfigMaps, Secrets and claims that pods name. */
function namedByPods(object: KubeObject): string[] {
  const { serviceAccountName, volumes = [], containers = [], initContainers = [], imagePullSecrets = [] } = podsOf(object);
  const all: any[] = [...containers, ...initContainers];
  const sources = all.flatMap(({ env = [], envFrom = [] }) => [...env.map(({ valueFrom = {} }: any) => valueFrom), ...envFrom]);
  const names: [string, string | undefined][] = [
    ['ServiceAccount', serviceAccountName],
    ...imagePullSecrets.map(({ name }: any) => ['Secret', name]),
    ...volumes.flatMap(({ configMap, secret, persistentVolumeClaim }: any) => [
      ['ConfigMap', configMap?.name], ['Secret', secret?.secretName], ['PersistentVolumeClaim', persistentVolumeClaim?.claimName],
    ]),
    ...sources.flatMap(({ secretKeyRef, secretRef, configMapKeyRef, configMapRef }: any) => [
      ['Secret', (secretKeyRef ?? secretRef)?.name], ['ConfigMap', (configMapKeyRef ?? configMapRef)?.name],
    ]),
  ];
  return names.filter(([, name]) => name !== undefined).map(([kind, name]) => titleOf(kind, object.metadata.namespace, name));
}

/** The Secrets of gateways, by their name alone: their namespace is that of pods which somebody else may run. */
function credentialsOf({ kind, spec }: KubeObject): string[] {
  const servers: any[] = kind === 'Gateway' ? spec?.servers ?? spec?.listeners ?? [] : [];
  const names = servers.flatMap(({ tls }) => [tls?.credentialName, ...tls?.certificateRefs?.map(({ name }: any) => name) ?? []]);
  return names.filter(name => name !== undefined);
}

describe.each(programs)('what %s renders', program => {
  test('names no namespace, kind or object that is neither rendered nor listed', () => {
    renderedAs(program, { prerequisites: true }, files => environmentsIn(files).forEach(([name, objects]) => {
      const listed = listOf(files, name);
      expect(files[path.posix.join(name, 'PREREQUISITES.md')]).toContain('## Apply');
      const there = [
        ...objects.map(({ kind, metadata }) => titleOf(kind, metadata.namespace, metadata.name)),
        ...objects.filter(({ kind }) => kind === 'Certificate').map(({ metadata, spec }) => titleOf('Secret', metadata.namespace, spec?.secretName)),
        ...listed.namespaces?.map(namespace => titleOf('Namespace', '', namespace.name)) ?? [],
        ...listed.objects?.map(({ object }) => object) ?? [],
        'Namespace default',
      ];
      const kinds = listed.definitions?.flatMap(definition => definition.kinds.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)) ?? [];
      const spaces = objects.flatMap(({ metadata: { namespace } }) => (namespace === undefined ? [] : [titleOf('Namespace', '', namespace)]));
      expect([...spaces, ...objects.flatMap(namedByPods)].filter(title => !there.includes(title))).toEqual([]);
      const secrets = there.filter(title => title.startsWith('Secret '));
      expect(objects.flatMap(credentialsOf).filter(secret => !secrets.some(title => title.endsWith(`/${secret}`)))).toEqual([]);
      expect(objects.filter(({ apiVersion, kind }) => isOfOthers(apiVersion, kind) && !kinds.includes(`${apiVersion} ${kind}`))).toEqual([]);
    }));
  });

  test('stands in an order in which kubectl can apply it, file by file', () => {
    renderedAs(program, { prerequisites: true }, files => environmentsIn(files).forEach(([name, objects]) => {
      expect(listOf(files, name).apply.filter(command => !/^kubectl apply (-f \.|-k \S+)$/.test(command))).toEqual([]);
      expect(objects).not.toEqual([]);
      expect(lateIn(objects)).toEqual([]);
    }));
  });

  (hasKubectl ? test : test.skip)('is what kubectl builds of its kustomizations', () => {
    renderedAs(program, { kustomize: true, yamlOutputType: undefined, prerequisites: false }, (files, outdir) => {
      const units = Object.keys(files).filter(file => path.basename(file) === 'Kustomization').map(file => path.dirname(file));
      const built = units.map(unit => ({ unit, ...spawnSync('kubectl', ['kustomize', path.join(outdir, unit)], { encoding: 'utf8' }) }));
      expect(built.filter(({ status }) => status !== 0)).toEqual([]);
      const written = Object.keys(files).filter(file => file.endsWith('.yaml') && !file.split('/').includes('install'));
      expect(units.length).toBeGreaterThan(0);
      for (const { unit, stdout } of built) {
        const own = written.filter(file => file.startsWith(`${unit}/`)).flatMap(file => loadAll(files[file]) as KubeObject[]);
        expect(byIdentity(loadAll(stdout) as KubeObject[])).toEqual(byIdentity(own));
      }
      expect(written.filter(file => !units.some(unit => file.startsWith(`${unit}/`)))).toEqual([]);
    });
  });
});

function isOfOthers(apiVersion: string, kind: string): boolean {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return schemas.kind(group, kind)?.table.native !== 1;
}

/** Objects that stand before what they need: `what is late, for whom`. */
function lateIn(objects: readonly KubeObject[]): string[] {
  const places = new Map(objects.map(({ kind, metadata }, index) => [titleOf(kind, metadata.namespace, metadata.name), index]));
  const hosted = objects.flatMap(({ kind, metadata, spec }, index) => {
    const hosts = { DestinationRule: [spec?.host], Service: [metadata.name], ServiceEntry: spec?.hosts }[kind] ?? [];
    return hosts.map((host: string) => ({ kind, host: fullName(host, metadata.namespace), index }));
  });
  return objects.flatMap((object, index) => {
    const { kind, metadata: { namespace } } = object;
    const needed = [...namespace === undefined ? [] : [titleOf('Namespace', '', namespace)], ...namedByPods(object)].filter(title => (places.get(title) ?? -1) > index);
    const hosts = hostsOfRoute(object);
    const late = hosted.filter(one => one.index > index && hosts.includes(one.host)).map(one => `${one.kind} of ${one.host}`);
    return [...needed, ...late].map(title => `${title}, for ${titleOf(kind, namespace, object.metadata.name)}`);
  });
}

/** Where a route of Istio or of Kubernetes sends requests. */
function hostsOfRoute({ kind, metadata: { namespace }, spec = {} }: KubeObject): string[] {
  const { http = [], tcp = [], tls = [], rules = [] } = spec;
  const routes: any[] = kind === 'VirtualService' ? [...http, ...tcp, ...tls] : [];
  const backends: any[] = kind.endsWith('Route') ? rules.flatMap(({ backendRefs = [] }: any) => backendRefs) : [];
  const destinations: any[] = routes.flatMap(({ route = [], mirror }) => [...route.map((one: any) => one.destination), mirror ?? []].flat());
  return [
    ...destinations.map(({ host }) => fullName(host, namespace)),
    ...backends.map(one => fullName(one.name, one.namespace ?? namespace)),
  ];
}

function fullName(host: string, namespace = ''): string {
  return host.includes('.') ? host : `${host}.${namespace}.svc.cluster.local`;
}

function byIdentity(objects: readonly KubeObject[]): KubeObject[] {
  const key = ({ apiVersion, kind, metadata }: KubeObject): string => `${apiVersion} ${titleOf(kind, metadata.namespace, metadata.name)}`;
  return [...objects].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
