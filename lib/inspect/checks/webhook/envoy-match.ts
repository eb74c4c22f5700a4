import type { Field } from '../../mesh/field';
import type { Judgement } from '../check';
import { broken } from './broken';
import { todaysFilterName } from './former-filter-names';
import { refusal, warning } from './webhook-rules';

export const envoyMatchRules = {
  object: refusal('envoy-match-object', 'The match of a patch does not fit what it is applied to.'),
  noName: refusal('envoy-match-filter-name', 'A patch matches a filter without a name.'),
  subFilter: refusal('envoy-match-sub-filter', 'A patch matches a sub-filter of a filter that has none.'),
  idleFilter: warning('envoy-match-filter-idle', 'A patch matches a filter, but is applied to what contains it.'),
  formerName: warning('envoy-filter-former-name', 'A patch matches a filter by a former name.'),
};

/** What has to be matched to find what a patch is applied to. */
const MATCH_OF: Readonly<Record<string, string>> = {
  LISTENER: 'listener',
  FILTER_CHAIN: 'listener',
  NETWORK_FILTER: 'listener',
  HTTP_FILTER: 'listener',
  ROUTE_CONFIGURATION: 'routeConfiguration',
  VIRTUAL_HOST: 'routeConfiguration',
  HTTP_ROUTE: 'routeConfiguration',
  CLUSTER: 'cluster',
};

const MATCHES = ['listener', 'routeConfiguration', 'cluster', 'waypoint'];
const CONNECTION_MANAGERS = ['envoy.filters.network.http_connection_manager', 'envoy.http_connection_manager'];

/** What is said of the match of a patch. */
export function* envoyMatch(entry: Field): Judgement {
  const { text: applyTo = '' } = entry.at('applyTo');
  const wanted = Object.hasOwn(MATCH_OF, applyTo) ? MATCH_OF[applyTo] : undefined;
  const given = MATCHES.map(name => entry.at('match', name)).find(({ isSet }) => isSet);
  if (wanted === undefined || given === undefined) {
    return;
  }
  if (given.key !== wanted) {
    yield broken(envoyMatchRules.object, given, `${applyTo} is matched by ${wanted}, not by ${given.key}`, `match by ${wanted}`);
  } else if (wanted === 'listener') {
    yield* filterMatch(given.at('filterChain', 'filter'), applyTo);
  }
}

function* filterMatch(filter: Field, applyTo: string): Judgement {
  if (!filter.isSet) {
    return;
  }
  if (['LISTENER', 'FILTER_CHAIN'].includes(applyTo)) {
    yield broken(envoyMatchRules.idleFilter, filter, `the match on a filter has no effect on ${applyTo}`, 'remove it, or apply the patch to NETWORK_FILTER');
  }
  const [name, subFilter] = [filter.at('name'), filter.at('subFilter')];
  if (!name.isFilled) {
    yield broken(envoyMatchRules.noName, name, 'the matched filter has no name', 'name it');
  } else if (subFilter.isSet) {
    yield* subFilterMatch(name, subFilter, applyTo);
  } else {
    yield* formerName(name);
  }
}

function* subFilterMatch(name: Field, subFilter: Field, applyTo: string): Judgement {
  if (applyTo !== 'HTTP_FILTER') {
    yield broken(envoyMatchRules.subFilter, subFilter, `a sub-filter can be matched only for HTTP_FILTER, not for ${applyTo}`, 'apply the patch to HTTP_FILTER');
  } else if (!CONNECTION_MANAGERS.includes(name.text ?? '')) {
    yield broken(envoyMatchRules.subFilter, subFilter, `${name.text} contains no HTTP filters`, `match ${CONNECTION_MANAGERS[0]}`);
  } else if (!subFilter.at('name').isFilled) {
    yield broken(envoyMatchRules.noName, subFilter.at('name'), 'the matched filter has no name', 'name it');
  } else {
    yield* formerName(name);
    yield* formerName(subFilter.at('name'));
  }
}

function* formerName(field: Field): Judgement {
  const name = todaysFilterName(field.text ?? '');
  if (name !== undefined) {
    yield broken(envoyMatchRules.formerName, field, `${field.text} is called ${name} today`, `write ${name}`);
  }
}
