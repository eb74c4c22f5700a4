import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { dnsLabel, dnsLabelRules } from '../primitives/dns-labels';
import { headerRules, isClaim, matchedHeader } from '../primitives/header-names';
import { labelRules, labels } from '../primitives/labels';
import { portNumber, portRules } from '../primitives/ports';
import { itemRules, presentItems } from '../primitives/present-items';
import { regexMatch, regexRules, stringMatch } from '../primitives/regexes';
import { refusal } from '../webhook-rules';
import { gatewayNameRules, gatewayNames } from './gateway-names';

export const httpMatchRules = {
  ...regexRules,
  ...labelRules,
  ...gatewayNameRules,
  headerName: headerRules.name,
  port: portRules.number,
  namespace: dnsLabelRules.label,
  null: itemRules.null,
  claim: refusal('claim-without-gateway', 'Requests are matched by a claim of their token, which gateways alone can do.'),
};

/** What is said of the requests that a route asks for; `isAtGateway`: whether it stands at gateways alone. */
export function* httpMatches(entry: Field, isAtGateway: boolean): Judgement {
  for (const match of presentItems(entry.at('match'))) {
    yield* headers(match.at('headers'), isAtGateway);
    yield* withoutHeaders(match.at('withoutHeaders'), isAtGateway);
    yield* regexMatch(match.at('uri'));
    for (const key of ['scheme', 'method', 'authority']) {
      yield* stringMatch(match.at(key));
    }
    for (const [, parameter] of match.at('queryParams').entries()) {
      yield* stringMatch(parameter);
    }
    yield* source(match);
  }
}

/** What is said of where requests come from, which matches of all protocols ask for alike. */
export function* source(match: Field): Judgement {
  if (match.at('port').isFilled) {
    yield* portNumber(match.at('port'));
  }
  yield* labels(match.at('sourceLabels'));
  yield* gatewayNames(match.at('gateways'));
  if (match.at('sourceNamespace').isFilled) {
    yield* dnsLabel(match.at('sourceNamespace'));
  }
}

function* headers(mapping: Field, isAtGateway: boolean): Judgement {
  for (const [name, header] of mapping.entries()) {
    if (!header.isSet) {
      yield broken(itemRules.null, header, `nothing is said of the header ${name}`, 'write {} to ask for any value');
    }
    yield* headerNamed(name, header, isAtGateway);
    yield* stringMatch(header);
  }
}

/** The expression * is read as "any value". */
function* withoutHeaders(mapping: Field, isAtGateway: boolean): Judgement {
  for (const [name, header] of mapping.entries()) {
    yield* headerNamed(name, header, isAtGateway);
    yield* header.at('regex').text === '*' ? [] : stringMatch(header);
  }
}

function* headerNamed(name: string, header: Field, isAtGateway: boolean): Judgement {
  if (isClaim(name) && !isAtGateway) {
    yield broken(httpMatchRules.claim, header, `${name} is matched at gateways alone`, 'name the gateways, without mesh');
  }
  yield* matchedHeader(header, name);
}
