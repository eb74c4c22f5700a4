import type { Field } from '../../mesh/field';
import { methodMeant } from '../../mesh/http-methods';
import { findHost } from '../../mesh/known-hosts';
import type { ObjectSet } from '../../mesh/object-set';
import { NO_NUMBER } from '../../mesh/port-number';
import type { Resource } from '../../mesh/resource';
import { httpMatches } from '../../mesh/route-entries';
import { notSingle } from '../../mesh/single-word';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const impossibleMatch = meshRule('MESH082', 'warning', ['impossible-match', 'A route matches a method, scheme, port or header that no request has.']);

/** Matches of requests that there are none of, so that their routes do nothing. Of paths another rule speaks. */
export const impossibleMatchCheck = defineCheck({
  rules: [impossibleMatch],
  kinds: ['networking.istio.io/VirtualService'],
  reads: ['Service', 'networking.istio.io/ServiceEntry'],
  * judge(virtualService, { set }) {
    const matches = httpMatches(virtualService);
    const ports = matches.some(match => match.at('port').isSet) ? portsOfHosts(set, virtualService) : undefined;
    for (const match of matches) {
      yield* letters(match);
      if (ports !== undefined) {
        yield* port(match, ports);
      }
      yield* headers(match.at('headers'));
      yield* presences(match.at('headers'));
    }
  },
});

function* letters(match: Field): Judgement {
  const [method, scheme] = [match.at('method', 'exact'), match.at('scheme', 'exact')];
  const [upper, lower] = [methodMeant(method.text ?? ''), scheme.text?.toLowerCase()];
  if (upper !== undefined) {
    yield { rule: impossibleMatch, path: method.path, message: `no request has the method ${method.text}: methods are uppercase`, repair: `write ${upper}` };
  }
  const separated = notSingle('method', method.text ?? '');
  if (separated !== undefined) {
    yield { rule: impossibleMatch, path: method.path, ...separated };
  }
  if (scheme.text !== lower && (lower === 'http' || lower === 'https')) {
    yield { rule: impossibleMatch, path: scheme.path, message: `no request has the scheme ${scheme.text}: schemes are lowercase`, repair: `write ${lower}` };
  }
}

function* port(match: Field, ports: ReadonlySet<number>): Judgement {
  const place = match.at('port');
  const { number = 0 } = place;
  if (number !== 0 && !ports.has(number) && !match.at('gateways').isFilled) {
    yield {
      rule: impossibleMatch,
      path: place.path,
      message: `no host of the VirtualService has a port ${number}; they have ${[...ports].sort((one, other) => one - other).join(', ')}`,
      repair: 'name a port of the Service, not one of its pods, or remove it',
    };
  }
}

/** The ports of all hosts; undefined where some are not known, and where gateways ask for theirs. */
function portsOfHosts(set: ObjectSet, { spec, namespace }: Resource): ReadonlySet<number> | undefined {
  const asker = { namespace, exportTo: spec.at('exportTo').texts };
  const found = spec.at('hosts').texts.map(host => (host.startsWith('*') ? undefined : findHost(set, asker, host)?.ports));
  const isAtGateway = spec.at('gateways').texts.some(gateway => gateway !== 'mesh');
  const known = found.filter(ports => ports !== undefined && ports.length > 0 && !ports.includes(NO_NUMBER));
  return isAtGateway || known.length === 0 || known.length < found.length ? undefined : new Set(known.flatMap(ports => ports ?? []));
}

/** What matches have fields of their own for. */
const FIELDS = ['uri', 'scheme', 'method', 'authority'];

function* headers(mapping: Field): Judgement {
  for (const [name, place] of mapping.entries().filter(([key]) => FIELDS.includes(key))) {
    yield {
      rule: impossibleMatch,
      path: place.path,
      message: `${name} is not a request header: under headers it does not match what ${name} matches on its own`,
      repair: `write ${name} next to headers, not inside`,
    };
  }
}

/** Headers in which an asterisk is a value of its own. */
const ASTERISKS = /^(accept(-.*)?|if-(none-)?match)$/;

function* presences(mapping: Field): Judgement {
  for (const [name, place] of mapping.entries().filter(([key]) => !FIELDS.includes(key) && !ASTERISKS.test(key.toLowerCase()))) {
    const exact = place.at('exact');
    if (exact.text === '*') {
      yield {
        rule: impossibleMatch,
        path: exact.path,
        message: `* is literal here: only ${name}: * matches, no other value of the header`,
        repair: `write ${name}: {}, which only requires the header to be present`,
      };
    }
  }
}
