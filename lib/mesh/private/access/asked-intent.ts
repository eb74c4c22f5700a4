import type { AccessOptions } from '../../access-options';
import { PathMatch, PathMatchKind } from '../../path-match';
import { isHostname } from '../hosts/hostname';
import { isPort } from '../hosts/ports';
import { PortIntent, portOf } from '../hosts/service-ports';
import { layerOf } from '../routing/layer';
import type { AskedIntent } from './access-intent';
import { requireWholeTargets } from './shared-target';

/** Where something is asked for. */
export interface AskedPlace {
  /** path of the construct, and the verb */
  readonly place: string;
  /** those of the service; undefined: not known here, so that they are said as the pods have them */
  readonly ports?: readonly PortIntent[];
  /** whether only requests have what callers are told by, such as tokens */
  readonly ofRequests?: boolean;
}

/**
 * What is asked for, in ports of the pods.
 *
 * @throws when nothing could be that, or the mesh would not see it
 */
export function askedIntent(options: AccessOptions, { ports, place, ofRequests = false }: AskedPlace): AskedIntent {
  const { hosts, methods, paths } = options;
  const [nothing] = Object.entries(options).filter(([, list]) => (list as unknown[] | undefined)?.length === 0);
  if (nothing !== undefined) {
    throw new Error(`${place}: ${nothing[0]} is empty. Name at least one, or leave it out for all.`);
  }
  hosts?.forEach(host => requireHost(host, place));
  requirePaths(paths, place);
  const seen = ofRequests || [hosts, methods, paths].some(list => list !== undefined);
  const podPorts = ports === undefined ? portsOfPods(options.ports, place) : portsOfService(options.ports, ports, { place, seen });
  return { hosts: sorted(hosts), methods: sorted(methods), paths: paths && [...paths], ports: podPorts };
}

/** @throws when the mesh would compare a path otherwise than it says */
export function requirePaths(paths: readonly PathMatch[] = [], place: string): void {
  const [pattern] = paths.filter(({ kind }) => kind === PathMatchKind.REGEX);
  if (pattern !== undefined) {
    throw new Error(`${place}: the mesh does not support regular expressions for paths here, and would compare "${pattern.path}" as plain text. Use PathMatch.exact, below or prefix.`);
  }
  const [odd] = paths.filter(({ path }) => /[*{}?#]/.test(path));
  if (odd !== undefined) {
    throw new Error(`${place}: "${odd.path}" contains a character that is not allowed in a path, or that is a wildcard here. Use only the path, without "*", "{", "}", "?" and "#".`);
  }
}

/**
 * Servers may decode and resolve more of a path than the mesh does before it compares: `/public/%5C..%5Cadmin` begins as `/public` does, and is
 * `/admin` to some.
 *
 * @throws when a path that is free of a question stands for others, which could be another page
 */
export function requireExempt(paths: readonly PathMatch[] = [], place: string): void {
  requirePaths(paths, place);
  const [wide] = paths.filter(({ kind }) => kind !== PathMatchKind.EXACT);
  if (wide !== undefined) {
    throw new Error(`${place}: a path that begins with "${wide.path}" may lead to any page, as "${wide.path.replace(/\/$/, '')}/%5C..%5Cadmin" does for many servers, and would be open to everyone. Use PathMatch.exact for each path.`);
  }
}

function requireHost(host: string, place: string): void {
  if (!isHostname(host) || host === '*') {
    throw new Error(`${place}: "${host}" is not a host name. Write it alone, in lowercase, without a port: "shop.example.com", or "*.example.com" for all below it.`);
  }
}

function portsOfPods(said: readonly number[] | undefined, place: string): number[] | undefined {
  const [odd] = said?.filter(port => !isPort(port)) ?? [];
  if (odd !== undefined) {
    throw new Error(`${place}: ${odd} is not a valid port. Use whole numbers from 1 to 65535.`);
  }
  return said && [...new Set(said)].sort((a, b) => a - b);
}

/** A policy knows ports of pods, not those of the Service; and of connections it knows nothing that only requests have. */
function portsOfService(
  said: readonly number[] | undefined, known: readonly PortIntent[], { place, seen }: { readonly place: string; readonly seen: boolean },
): number[] | undefined {
  const meant = said?.map(port => portOf(known, port, place)) ?? known;
  requireWholeTargets(meant, known, place);
  const left = seen ? meant.filter(({ protocol }) => layerOf(protocol) === 'requests') : meant;
  if (left.length === 0 || (said !== undefined && left.length < meant.length)) {
    const { port, protocol } = meant.find(one => !left.includes(one))!;
    throw new Error(`${place}: port ${port} speaks ${protocol}, whose requests the mesh does not see, so it cannot match their hosts, methods, paths or tokens. Leave these out, or name a port that speaks HTTP.`);
  }
  return left.length === known.length ? undefined : [...new Set(left.map(({ targetPort }) => targetPort))].sort((a, b) => a - b);
}

function sorted<T>(list?: readonly T[]): T[] | undefined {
  return list && [...new Set(list)].sort();
}
