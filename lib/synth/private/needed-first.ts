import { Manifest } from './manifest';
import { groupOf } from './object-identity';
import { NeededObject, titleOf } from './prerequisites/needed-object';
import { neededBy } from './prerequisites/needed-objects';
import { fieldsOf, listOf, textAt, valueAt } from './prerequisites/object-fields';

/**
 * Who of some needs whom of them, by what they hold, as positions: an object its namespace and its definition, pods what they mount and run as, a
 * route the DestinationRules of its hosts. kubectl applies one after the other, and a proxy answers 503 to requests for a subset that it does not
 * know.
 */
export function neededFirst(holders: ReadonlyArray<readonly Manifest[]>): NeededFirst[] {
  const givers = new Map<string, number[]>();
  holders.forEach((manifests, index) => manifests.flatMap(givenBy).forEach(given => {
    givers.set(given, [...givers.get(given) ?? [], index]);
  }));
  if (givers.size === 0) {
    return [];
  }
  return holders.flatMap((manifests, index) => {
    const taken = new Set(manifests.flatMap(one => takenBy(one)).flatMap(one => givers.get(one) ?? []));
    return [...taken].filter(giver => giver !== index).map(giver => ({ needs: index, first: giver }));
  });
}

/** Whether some objects stand before what they need. Each is asked only for what others give after it, which is nothing nearly always. */
export function someAreTooEarly(manifests: readonly Manifest[]): boolean {
  const latest = new Map<string, number>();
  const last: Partial<Record<Need, number>> = {};
  manifests.forEach((manifest, index) => givenBy(manifest).forEach(given => {
    latest.set(given, index);
    last[needOf(given)] = index;
  }));
  return latest.size > 0 && manifests.some((manifest, index) => (
    takenBy(manifest, need => (last[need] ?? -1) > index).some(taken => (latest.get(taken) ?? -1) > index)
  ));
}

/** Kinds of needs, of which each is read elsewhere in an object. */
type Need = 'host' | 'kind' | 'Namespace' | 'object';

function needOf(given: string): Need {
  const [first] = given.split(' ', 1);
  return first === 'host' || first === 'kind' || first === 'Namespace' ? first : 'object';
}

/** One needs what stands at another position, so that it comes first. */
export interface NeededFirst {
  readonly needs: number;
  readonly first: number;
}

function givenBy(manifest: Manifest): string[] {
  const { kind = '', metadata: { name = '', namespace = '' } = {} } = manifest;
  if (kind === 'DestinationRule') {
    return [hostOf(textAt(manifest, 'spec', 'host') ?? '', namespace)];
  }
  if (kind === 'CustomResourceDefinition') {
    return [`kind ${textAt(manifest, 'spec', 'group')}/${textAt(manifest, 'spec', 'names', 'kind')}`];
  }
  return GIVEN.has(kind) ? [titleOf({ kind, namespace, name })] : [];
}

/** What others cannot do without. */
const GIVEN: ReadonlySet<string> = new Set(['ClusterRole', 'ConfigMap', 'Namespace', 'PersistentVolumeClaim', 'Role', 'Secret', 'ServiceAccount']);

function takenBy(manifest: Manifest, isAsked: (need: Need) => boolean = () => true): string[] {
  return (Object.keys(TAKEN) as Need[]).filter(isAsked).flatMap(need => TAKEN[need](manifest));
}

/** What an object takes of each kind of need. */
const TAKEN: Readonly<Record<Need, (manifest: Manifest) => string[]>> = {
  Namespace: ({ metadata: { namespace } = {} }) => (namespace ? [titleOf({ kind: 'Namespace', name: namespace })] : []),
  kind: manifest => {
    const [group] = groupOf(manifest);
    return group === undefined ? [] : [`kind ${group}/${manifest.kind ?? ''}`];
  },
  object: manifest => neededBy(manifest).filter(needed => isGiven(needed, manifest.kind ?? '')).map(titleOf),
  host: manifest => hostsOf(manifest, manifest.metadata?.namespace ?? ''),
};

/** Nobody asks whether an account of a binding exists. */
function isGiven({ kind }: NeededObject, taker: string): boolean {
  return GIVEN.has(kind) && (kind !== 'ServiceAccount' || !taker.endsWith('RoleBinding'));
}

/** The hosts to which a route sends requests. */
function hostsOf(manifest: Manifest, namespace: string): string[] {
  if (manifest.kind === 'VirtualService') {
    return fieldsOf(valueAt(manifest, 'spec')).filter(({ name }) => name === 'host').map(({ value }) => hostOf(String(value), namespace));
  }
  const backends = ROUTES.has(manifest.kind ?? '') ? fieldsOf(valueAt(manifest, 'spec')).filter(({ name }) => name === 'backendRefs') : [];
  return backends.flatMap(({ value }) => listOf(value)).map(one => hostOf(textAt(one, 'name') ?? '', textAt(one, 'namespace') ?? namespace));
}

const ROUTES: ReadonlySet<string> = new Set(['GRPCRoute', 'HTTPRoute', 'TCPRoute', 'TLSRoute']);

/** A host by one name: a Service may be called by its short one. */
function hostOf(host: string, namespace: string): string {
  return `host ${host.includes('.') ? host.replace(/\.svc(?:\..*)?$/, '') : `${host}.${namespace}`}`;
}
