import { Manifest } from './manifest';
import { fieldsBelow, listOf, ownIn, textAt, valueAt } from './object-fields';
import { definedBy, groupOf } from './object-identity';
import { NeededObject, titleOf } from './prerequisites/needed-object';
import { neededBy } from './prerequisites/needed-objects';
import { hostSeenFrom, keys } from './routed-things';

/**
 * Who of some needs whom of them, by what they hold, as positions: an object its namespace and its definition, pods what they mount and run as, a
 * route the Services and DestinationRules of its hosts. kubectl applies one after the other, and a proxy answers 503 to requests for a host or a
 * subset that it does not know.
 */
export function neededFirst(holders: ReadonlyArray<readonly Manifest[]>, needs: readonly Need[] = NEEDS): NeededFirst[] {
  const givers = giversOf(holders);
  return givers.size === 0 ? [] : holders.flatMap((_, index) => neededAt(index, holders, givers, needs));
}

/**
 * The same for objects of which some stand before what they need, and for what is moved for these; none where all is in order. Each is asked
 * only for what others give after it, which is nothing nearly always.
 */
export function neededByEarly(manifests: readonly Manifest[]): NeededFirst[] {
  const early = new Set(earlyIn(manifests));
  if (early.size === 0) {
    return [];
  }
  const holders = manifests.map(manifest => [manifest]);
  const givers = giversOf(holders);
  const found: NeededFirst[] = [];
  for (const index of early) {
    const needed = neededAt(index, holders, givers);
    needed.forEach(({ first }) => early.add(first));
    found.push(...needed);
  }
  return found;
}

/** The positions of objects that stand before what they need. */
function earlyIn(manifests: readonly Manifest[]): number[] {
  const latest = new Map<string, number>();
  const last: Partial<Record<Need, number>> = {};
  manifests.forEach((manifest, index) => givenBy(manifest).forEach(given => {
    latest.set(given, index);
    last[needOf(given)] = index;
  }));
  return latest.size === 0 ? [] : [...manifests.keys()].filter(index => {
    const needs = NEEDS.filter(need => (last[need] ?? -1) > index);
    return takenBy(manifests[index], needs).some(taken => (latest.get(taken) ?? -1) > index);
  });
}

type Givers = ReadonlyMap<string, readonly number[]>;

function giversOf(holders: ReadonlyArray<readonly Manifest[]>): Givers {
  const givers = new Map<string, number[]>();
  holders.forEach((manifests, index) => manifests.flatMap(givenBy).forEach(given => {
    givers.set(given, [...givers.get(given) ?? [], index]);
  }));
  return givers;
}

function neededAt(index: number, holders: ReadonlyArray<readonly Manifest[]>, givers: Givers, needs: readonly Need[] = NEEDS): NeededFirst[] {
  const taken = new Set(holders[index].flatMap(one => takenBy(one, needs)).flatMap(one => givers.get(one) ?? []));
  return [...taken].filter(giver => giver !== index).map(first => ({ needs: index, first }));
}

/** Kinds of needs, of which each is read elsewhere in an object. */
export type Need = 'host' | 'kind' | 'Namespace' | 'object';

const NEEDS: readonly Need[] = ['Namespace', 'kind', 'object', 'host'];

function needOf(given: string): Need {
  const [first] = given.split(' ', 1);
  return first === 'host' || first === 'kind' || first === 'Namespace' ? first : 'object';
}

/** One needs what stands at another position, so that it comes first. */
export interface NeededFirst {
  readonly needs: number;
  readonly first: number;
}

function givenBy(manifest: Manifest): readonly string[] {
  const { kind = '', metadata: { name = '', namespace = '' } = {} } = manifest;
  const hosts = ownIn(HOSTS, kind)?.(manifest);
  if (hosts !== undefined) {
    return hosts.map(host => hostKey(String(host), namespace));
  }
  if (kind === 'CustomResourceDefinition') {
    return [`kind ${definedBy(manifest)}`];
  }
  return GIVEN.has(kind) ? [titleOf({ kind, namespace, name })] : [];
}

/** The hosts that a proxy knows, or knows subsets of, by an object. */
const HOSTS: Readonly<Record<string, (manifest: Manifest) => readonly unknown[]>> = {
  DestinationRule: manifest => [textAt(manifest, 'spec', 'host') ?? ''],
  Service: ({ metadata: { name = '' } = {} }) => [name],
  ServiceEntry: manifest => listOf(valueAt(manifest, 'spec', 'hosts')),
};

/** What others cannot do without. */
const GIVEN: ReadonlySet<string> = new Set(['ClusterRole', 'ConfigMap', 'Namespace', 'PersistentVolumeClaim', 'Role', 'Secret', 'ServiceAccount']);

function takenBy(manifest: Manifest, needs: readonly Need[]): string[] {
  return needs.flatMap(need => TAKEN[need](manifest));
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
    return fieldsBelow(valueAt(manifest, 'spec')).filter(({ name }) => name === 'host').map(({ value }) => hostKey(String(value), namespace));
  }
  const backends = ROUTES.has(manifest.kind ?? '') ? fieldsBelow(valueAt(manifest, 'spec')).filter(({ name }) => name === 'backendRefs') : [];
  return backends.flatMap(({ value }) => listOf(value)).map(one => hostKey(textAt(one, 'name') ?? '', textAt(one, 'namespace') ?? namespace));
}

const ROUTES: ReadonlySet<string> = new Set(['GRPCRoute', 'HTTPRoute', 'TCPRoute', 'TLSRoute']);

/** As whatever leads to a host, or is there for it, calls it. */
function hostKey(host: string, namespace: string): string {
  return keys.host(hostSeenFrom(namespace === '' ? undefined : namespace, host));
}
