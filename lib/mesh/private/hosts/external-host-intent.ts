import { isIP } from 'node:net';
import { HostLookup } from '../../host-lookup';
import { isUdp, layerOf } from '../routing/layer';
import type { PortIntent } from './service-ports';

/** A host outside of the mesh. */
export interface ExternalHostIntent {
  /** `*.example.com` for all below it */
  readonly host: string;
  readonly ports: readonly PortIntent[];
  /** undefined: it is at its endpoints */
  readonly lookup?: HostLookup;
  /** by which connections to it are told from others; none: by their port alone */
  readonly addresses: readonly string[];
  readonly endpoints: readonly string[];
  /** whether only callers in its own namespace know of it */
  readonly isPrivate: boolean;
}

/** What is said of where a host is. */
export interface SaidOfPlace {
  readonly addresses?: string[];
  readonly endpoints?: string[];
  readonly lookup?: HostLookup;
  readonly namespaceOnly?: boolean;
}

/** Whether a host stands for all hosts below it. */
export function isWildcard(host: string): boolean {
  return host.startsWith('*');
}

/** @throws when an address is none, or a mesh could not find the host in this way, or not tell what is meant for it */
export function externalHostIntent(host: string, ports: readonly PortIntent[], said: SaidOfPlace, place: string): ExternalHostIntent {
  requireAddresses(said, place);
  const { endpoints = [], lookup = endpoints.length > 0 ? undefined : usualLookup(host), namespaceOnly = false } = said;
  const hasConnections = ports.some(({ protocol }) => layerOf(protocol) === 'connections');
  const { addresses = hasConnections ? endpoints : [] } = said;
  const intent = { host, ports, lookup, addresses: [...addresses], endpoints: [...endpoints], isPrivate: namespaceOnly };
  const [problem] = [...problemsOfLookup(intent), ...problemsOfPorts(intent)];
  if (problem !== undefined) {
    throw new Error(`${place}: ${problem}`);
  }
  return intent;
}

function usualLookup(host: string): HostLookup {
  return isWildcard(host) ? HostLookup.NONE : HostLookup.DNS;
}

function requireAddresses({ addresses, endpoints }: SaidOfPlace, place: string): void {
  for (const [name, texts] of Object.entries({ addresses, endpoints })) {
    if (texts?.length === 0) {
      throw new Error(`${place}: ${name} is empty. Name at least one, or leave it out.`);
    }
  }
  const other = endpoints?.find(text => !isAddress(text));
  if (other !== undefined) {
    throw new Error(`${place}: endpoints cannot hold "${other}". Use addresses such as "203.0.113.7"; set a name as the host, which is looked up.`);
  }
  const wrong = addresses?.find(text => !isAddress(text) && !isRange(text));
  if (wrong !== undefined) {
    throw new Error(`${place}: addresses cannot hold "${wrong}". Use addresses such as "203.0.113.7", or ranges such as "203.0.113.0/24".`);
  }
}

function isAddress(text: string): boolean {
  return isIP(text) !== 0 && !text.includes('%');
}

function isRange(text: string): boolean {
  const [address, length = '', ...more] = text.split('/');
  const bits = isIP(address) === 4 ? 32 : 128;
  return more.length === 0 && isAddress(address) && /^(0|[1-9]\d{0,2})$/.test(length) && Number(length) <= bits;
}

/** The names of the two ways that ask for a name which DNS knows. */
const BY_NAME: ReadonlyArray<HostLookup | undefined> = [HostLookup.DNS, HostLookup.DNS_ROUND_ROBIN];

function* problemsOfLookup({ host, lookup, addresses, endpoints }: ExternalHostIntent): Generator<string> {
  if (lookup !== undefined && endpoints.length > 0) {
    yield 'has endpoints, so nothing is looked up. Leave out lookup, or endpoints.';
  }
  if (isWildcard(host) && BY_NAME.includes(lookup)) {
    yield `"${host}" cannot be looked up. Leave lookup out: callers look up the host that they want.`;
  }
  const range = addresses.find(address => address.includes('/'));
  if (range !== undefined && BY_NAME.includes(lookup)) {
    yield `is looked up by its name, so its addresses cannot include the range "${range}". Use single addresses, or lookup: HostLookup.NONE.`;
  }
}

function* problemsOfPorts({ host, ports, lookup, addresses }: ExternalHostIntent): Generator<string> {
  for (const { port, protocol } of ports) {
    if (isUdp(protocol)) {
      yield `port ${port} speaks UDP, which bypasses the mesh. Leave it out.`;
    }
    if (layerOf(protocol) === 'connections' && addresses.length === 0 && (lookup === HostLookup.NONE || isWildcard(host))) {
      yield `connections to port ${port} cannot be recognized, because they name no host. Set their addresses or ranges: addresses: ["203.0.113.0/24"].`;
    }
  }
}
