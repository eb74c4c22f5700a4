import { isBefore } from '../../../istio-release';
import type { Field } from '../../../mesh/field';
import { isTcp } from '../../../mesh/protocols';
import type { Resource } from '../../../mesh/resource';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { isIpAddress } from '../primitives/addresses';
import { endpoint, endpointPorts, endpointRules } from '../primitives/endpoints';
import { isHostName, isText } from '../primitives/host-names';
import { labels } from '../primitives/labels';
import { itemRules, nullItems, presentItems } from '../primitives/present-items';
import { refusal, warning } from '../webhook-rules';

export const serviceEntryResolutionRules = {
  ...endpointRules,
  null: itemRules.null,
  unused: refusal('endpoints-unused', 'A ServiceEntry has endpoints, but its resolution does not use them.'),
  selector: warning('selector-unused', 'A ServiceEntry selects workloads, but its resolution does not use them.'),
  noName: refusal('resolution-of-wildcard', 'A host is resolved by DNS, but is not a DNS name.'),
  oneEndpoint: refusal('round-robin-endpoints', 'A ServiceEntry has several endpoints, but its resolution allows only one.'),
  manyHosts: warning('tcp-hosts-with-addresses', 'Several hosts share the addresses of a TCP port, so they cannot be told apart.'),
  noWildcard: refusal('dynamic-dns-host', 'A host with resolution DYNAMIC_DNS is not a wildcard.'),
  addresses: refusal('dynamic-dns-addresses', 'A ServiceEntry with resolution DYNAMIC_DNS has addresses.'),
  protocol: refusal('dynamic-dns-protocol', 'A ServiceEntry with resolution DYNAMIC_DNS has a port whose protocol does not carry the host.'),
  waypoint: refusal('dynamic-dns-waypoint', 'A ServiceEntry with resolution DYNAMIC_DNS is in the mesh, behind a waypoint.'),
};

const DYNAMIC_PROTOCOLS = ['HTTP', 'TLS', 'GRPC', 'HTTP2'];

/** What is said of how the hosts of a ServiceEntry are resolved. */
export function* serviceEntryResolution(entry: Resource, istioRelease: string): Judgement {
  const { spec } = entry;
  const { text: resolution = 'NONE' } = spec.at('resolution');
  if (resolution === 'NONE') {
    yield* unresolved(spec);
  } else if (resolution === 'STATIC') {
    yield* staticEndpoints(spec);
  } else if (resolution === 'DYNAMIC_DNS') {
    yield* dynamicHosts(entry);
  } else {
    yield* namedEndpoints(spec, resolution, istioRelease);
  }
}

function* unresolved(spec: Field): Judgement {
  if (spec.at('endpoints').isFilled) {
    yield broken(serviceEntryResolutionRules.unused, spec.at('endpoints'), 'the resolution NONE does not use endpoints', 'write resolution: STATIC or DNS, or remove them');
  }
  if (spec.at('workloadSelector').isSet) {
    yield broken(serviceEntryResolutionRules.selector, spec.at('workloadSelector'), 'the resolution NONE does not use workloadSelector', 'write resolution: STATIC');
  }
}

function* staticEndpoints(spec: Field): Judgement {
  yield* nullItems(spec.at('endpoints'));
  for (const place of presentItems(spec.at('endpoints'))) {
    yield* endpoint(place, { ports: portNames(spec), takesNames: false });
  }
}

function* namedEndpoints(spec: Field, resolution: string, istioRelease: string): Judgement {
  const [endpoints, hosts] = [spec.at('endpoints'), spec.at('hosts').items()];
  const unnamed = endpoints.isFilled ? undefined : hosts.find(host => isText(host) && !isHostName(host.text ?? ''));
  if (unnamed !== undefined) {
    yield broken(serviceEntryResolutionRules.noName, unnamed, `"${unnamed.text ?? ''}" cannot be resolved by DNS`, namedRepair(spec, unnamed.text ?? '', istioRelease));
  }
  if (resolution === 'DNS_ROUND_ROBIN' && endpoints.items().length > 1) {
    yield broken(serviceEntryResolutionRules.oneEndpoint, endpoints, `${endpoints.items().length} endpoints are given, but only one is allowed`, 'keep one, or write resolution: DNS');
  }
  yield* nullItems(endpoints);
  for (const place of presentItems(endpoints)) {
    yield* namedEndpoint(place, portNames(spec));
  }
  yield* sharedAddresses(spec);
}

/** For a wildcard callers look up the name that they ask for, or the proxies of later releases do, where a request says it. */
function namedRepair(spec: Field, host: string, istioRelease: string): string {
  const isSaid = presentItems(spec.at('ports')).every(port => DYNAMIC_PROTOCOLS.includes((port.at('protocol').text ?? '').toUpperCase()));
  const isDynamic = isSaid && !spec.at('addresses').isFilled && !isBefore(istioRelease, '1.28');
  const otherwise = host.startsWith('*.') ? `write resolution: NONE${isDynamic ? ' or DYNAMIC_DNS' : ''}, ` : '';
  return `${otherwise}add endpoints, or name the hosts`;
}

function* namedEndpoint(place: Field, ports: ReadonlySet<string>): Judgement {
  const { text = '' } = place.at('address');
  if (isText(place.at('address')) && !isIpAddress(text) && !isHostName(text)) {
    yield broken(endpointRules.address, place.at('address'), `"${text}" is neither an IP address nor a DNS name`, 'write one');
  }
  yield* labels(place.at('labels'));
  yield* endpointPorts(place.at('ports'), ports);
}

function* sharedAddresses(spec: Field): Judgement {
  const tcp = presentItems(spec.at('ports')).find(port => isTcp(port.at('protocol').text ?? ''));
  if (tcp !== undefined && spec.at('addresses').isFilled && spec.at('hosts').items().length > 1) {
    const message = 'the hosts share the addresses, so TCP connections to them cannot be told apart';
    yield broken(serviceEntryResolutionRules.manyHosts, spec.at('hosts'), message, 'write a ServiceEntry for each host');
  }
}

function* dynamicHosts({ spec, labels: own }: Resource): Judgement {
  yield* dynamicFields(spec);
  for (const host of spec.at('hosts').items()) {
    if (!(host.text ?? '*').startsWith('*')) {
      yield broken(serviceEntryResolutionRules.noWildcard, host, `"${host.text}" is not a wildcard`, 'write resolution: DNS');
    }
  }
  yield* dynamicPorts(spec.at('ports'));
  const { 'istio.io/use-waypoint': waypoint = '' } = own;
  if (spec.at('location').text === 'MESH_INTERNAL' && !['', 'none'].includes(waypoint.toLowerCase())) {
    yield broken(serviceEntryResolutionRules.waypoint, spec.at('location'), `DYNAMIC_DNS cannot be combined with the waypoint ${waypoint}`, 'write MESH_EXTERNAL');
  }
}

function* dynamicFields(spec: Field): Judgement {
  if (spec.at('addresses').isFilled) {
    yield broken(serviceEntryResolutionRules.addresses, spec.at('addresses'), 'DYNAMIC_DNS does not allow addresses', 'remove them');
  }
  if (spec.at('endpoints').isFilled) {
    yield broken(serviceEntryResolutionRules.unused, spec.at('endpoints'), 'DYNAMIC_DNS does not allow endpoints', 'remove them');
  }
}

function* dynamicPorts(ports: Field): Judgement {
  for (const port of presentItems(ports)) {
    const { text = '' } = port.at('protocol');
    if (isText(port.at('protocol')) && !DYNAMIC_PROTOCOLS.includes(text.toUpperCase())) {
      const message = text === '' ? 'the port has no protocol' : `${text} does not carry the host`;
      yield broken(serviceEntryResolutionRules.protocol, port.at('protocol'), message, `write one of ${DYNAMIC_PROTOCOLS.join(', ')}`);
    }
  }
}

function portNames(spec: Field): ReadonlySet<string> {
  return new Set(presentItems(spec.at('ports')).map(port => port.at('name').text ?? ''));
}
