import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
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
  claim: refusal('claim-without-gateway', 'A route matches a token claim, which only gateways can do.'),
};

/** What is said of the requests that a route asks for; `isAtGateway`: whether it stands at gateways alone. */
export function* httpMatches(list: Field, isAtGateway: boolean): Judgement {
  for (const match of presentItems(list)) {
    yield* fields(match, isAtGateway);
  }
}

/** What is said of where requests come from, which matches of all protocols ask for alike. */
export const sourceFields = {
  port: (port: Field): Judgement => (port.isFilled ? portNumber(port) : []),
  sourceLabels: labels,
  gateways: (list: Field): Judgement => gatewayNames(list),
  sourceNamespace: (namespace: Field): Judgement => (namespace.isFilled ? dnsLabel(namespace) : []),
};

const fields = byField<boolean>({
  headers,
  withoutHeaders,
  uri: regexMatch,
  scheme: stringMatch,
  method: stringMatch,
  authority: stringMatch,
  queryParams,
  ...sourceFields,
});

function* queryParams(mapping: Field): Judgement {
  for (const [, parameter] of mapping.entries()) {
    yield* stringMatch(parameter);
  }
}

function* headers(mapping: Field, _: Field, isAtGateway: boolean): Judgement {
  for (const [name, header] of mapping.entries()) {
    if (!header.isSet) {
      yield broken(itemRules.null, header, `the header ${name} has no match`, 'write {} to match any value');
    }
    yield* headerNamed(name, header, isAtGateway);
    yield* stringMatch(header);
  }
}

/** The expression * is read as "any value". */
function* withoutHeaders(mapping: Field, _: Field, isAtGateway: boolean): Judgement {
  for (const [name, header] of mapping.entries()) {
    yield* headerNamed(name, header, isAtGateway);
    yield* header.at('regex').text === '*' ? [] : stringMatch(header);
  }
}

function* headerNamed(name: string, header: Field, isAtGateway: boolean): Judgement {
  if (isClaim(name) && !isAtGateway) {
    yield broken(httpMatchRules.claim, header, `${name} can be matched only at gateways`, 'name the gateways, without mesh');
  }
  yield* matchedHeader(header, name);
}
