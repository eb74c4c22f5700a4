import type { Field } from '../../../mesh/field';
import { isCovered } from '../../../mesh/hosts';
import type { Judgement } from '../../check';
import type { Rule } from '../../rule';
import { broken } from '../broken';
import { byField } from '../by-field';
import { addressRules, ipRange, isIpAddress } from '../primitives/addresses';
import { isText } from '../primitives/host-names';
import { nullItems, presentItems } from '../primitives/present-items';
import { refusal, warning } from '../webhook-rules';
import { isBoundHost } from './bound-hosts';
import { httpMatchRules, sourceFields } from './http-matches';
import { routeDestinationRules, routeDestinations } from './route-destinations';

const own = {
  noRoute: refusal('stream-without-route', 'A TCP or TLS entry has no route.'),
  noMatch: refusal('tls-without-match', 'A TLS entry does not say which hosts it matches.'),
  noSni: refusal('tls-match-without-sni', 'A match of a TLS entry names no host.'),
  sni: refusal('sni-host', 'An SNI host is not a DNS name.'),
  foreignSni: refusal('sni-host-foreign', 'An SNI host is not a host of the VirtualService.'),
  ipSni: warning('sni-ip-address', 'An SNI host is an IP address, which most clients never send.'),
};

export const streamRouteRules: readonly Rule[] = [
  ...Object.values(own), ...Object.values(routeDestinationRules), ...Object.values(httpMatchRules), addressRules.range,
];

/** What is said of a TCP entry. */
export function* tcpRoute(entry: Field, isConverted: boolean): Judgement {
  yield* matches(entry.at('match'));
  yield* routes(entry, isConverted);
}

/** What is said of a TLS entry of a VirtualService. */
export function* tlsRoute(entry: Field, spec: Field, isConverted: boolean): Judgement {
  const match = entry.at('match');
  if (!match.isFilled) {
    yield broken(own.noMatch, match, 'the entry has no match', 'add one with sniHosts');
  }
  yield* matches(match);
  for (const { path, hosts } of presentItems(match).map(item => ({ path: item.at('sniHosts'), hosts: item.at('sniHosts').items() }))) {
    if (!path.isFilled) {
      yield broken(own.noSni, path, 'the match names no host', 'add sniHosts');
    }
    for (const host of hosts.filter(isText)) {
      yield* sniHost(host, spec);
    }
  }
  yield* routes(entry, isConverted);
}

function* matches(list: Field): Judgement {
  yield* nullItems(list);
  for (const match of presentItems(list)) {
    yield* fields(match);
  }
}

const fields = byField({ destinationSubnets, ...sourceFields });

function* destinationSubnets(list: Field): Judgement {
  for (const subnet of list.items()) {
    yield* ipRange(subnet);
  }
}

function* routes(entry: Field, isConverted: boolean): Judgement {
  if (!entry.at('route').isFilled) {
    yield broken(own.noRoute, entry.at('route'), 'the entry has no route', 'add one');
  }
  yield* routeDestinations(entry.at('route'), isConverted);
}

function* sniHost(field: Field, spec: Field): Judgement {
  const { text = '' } = field;
  const isOutbound = !spec.at('gateways').texts.includes('mesh');
  if (isBoundHost(text, isOutbound)) {
    if (!spec.at('hosts').texts.some(host => isCovered(text, host))) {
      yield broken(own.foreignSni, field, `"${text}" is not among the hosts`, 'name one of the hosts, or add it to them');
    }
  } else if (isIpAddress(text)) {
    yield broken(own.ipSni, field, `TLS clients do not send ${text} as SNI`, 'write a DNS name, or match by destinationSubnets');
  } else {
    yield broken(own.sni, field, `"${text}" is not a DNS name`, 'write a DNS name, or one with * as its first label');
  }
}
