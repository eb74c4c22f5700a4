import type { Field } from '../../../mesh/field';
import { hostsOverlap } from '../../../mesh/hosts';
import { ROUTE_PROTOCOLS } from '../../../mesh/route-entries';
import { defineCheck, Judgement, Problem } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
import { isIpAddress } from '../primitives/addresses';
import { exportTo, exportToRules } from '../primitives/export-to';
import { hostOfUrl, hostRules, isText, noUrl } from '../primitives/host-names';
import { nullItems, presentItems } from '../primitives/present-items';
import { refusal } from '../webhook-rules';
import { isBoundHost } from './bound-hosts';
import { gatewayNames } from './gateway-names';
import { httpRoute, httpRouteRules, RouteScope } from './http-routes';
import { streamRouteRules, tcpRoute, tlsRoute } from './stream-routes';

const rules = {
  delegate: refusal('delegate-with-more', 'A VirtualService without hosts, a delegate, has gateways or routes other than HTTP.'),
  anyHost: refusal('mesh-host-any', 'A VirtualService for the mesh has the host *.'),
  sameHosts: refusal('virtual-hosts-overlap', 'Two hosts of a VirtualService overlap.'),
  empty: refusal('virtual-service-without-routes', 'A VirtualService has no route.'),
};

/** What the webhook says of a VirtualService; rules that no request reaches have a check of their own. */
export const virtualService = defineCheck({
  rules: [...Object.values(rules), ...httpRouteRules, ...streamRouteRules, ...Object.values(exportToRules), hostRules.wildcardHost],
  analyzer: 'schema.ValidationAnalyzer.VirtualService',
  kinds: ['networking.istio.io/VirtualService'],
  everyDocument: true,
  * judge({ spec, namespace, annotations }) {
    const gateways = spec.at('gateways');
    const scope: Scope = {
      namespace,
      isDelegate: !spec.at('hosts').isFilled,
      isAtGateway: gateways.isFilled && !gateways.texts.includes('mesh'),
      isConverted: annotations['internal.istio.io/route-semantics'] === 'gateway',
    };
    yield* scope.isDelegate ? delegate(spec) : hosts(spec, scope);
    if (!ROUTE_PROTOCOLS.some(protocol => spec.at(protocol).isFilled)) {
      yield broken(rules.empty, spec, 'the VirtualService has no route', 'add http, tcp or tls');
    }
    yield* fields(spec, scope);
  },
});

interface Scope extends RouteScope {
  readonly namespace: string;
}

const fields = byField<Scope>({
  gateways: (list, _, { isConverted }) => gatewayNames(list, isConverted),
  http,
  tls,
  tcp,
  exportTo: (list, _, scope) => exportTo(list, scope),
});

function* delegate(spec: Field): Judgement {
  for (const field of ['gateways', 'tls', 'tcp'].map(key => spec.at(key)).filter(({ isFilled }) => isFilled)) {
    yield broken(rules.delegate, field, `a VirtualService without hosts cannot have ${field.key}`, 'name hosts, or remove it');
  }
}

function* hosts(spec: Field, { isAtGateway }: RouteScope): Judgement {
  const isOutbound = isAtGateway && spec.at('tls').items().some(entry => entry.at('match').items().some(match => match.at('sniHosts').isFilled));
  const list = spec.at('hosts').items();
  const problems = list.map(host => hostProblem(host, isAtGateway, isOutbound)).filter(problem => problem !== undefined);
  if (problems.length > 0) {
    yield* problems;
  } else if (list.length > 1) {
    yield* overlaps(list);
  }
}

function hostProblem(field: Field, isAtGateway: boolean, isOutbound: boolean): Problem | undefined {
  const { text = '' } = field;
  if (isText(field) && !isBoundHost(text, isOutbound) && !isIpAddress(text)) {
    return hostOfUrl(text) === undefined
      ? broken(hostRules.wildcardHost, field, `"${text}" is not a DNS name`, 'write a DNS name, or one with * as its first label')
      : noUrl(hostRules.wildcardHost, field);
  }
  return text === '*' && !isAtGateway
    ? broken(rules.anyHost, field, 'the host * is allowed only for gateways', 'name the hosts, or the gateways without mesh')
    : undefined;
}

/** Each host is compared with the wildcards before it, and a wildcard with all hosts before it. */
function* overlaps(list: readonly Field[]): Judgement {
  const seen = new Set<string>();
  const wildcards: string[] = [];
  for (const field of list) {
    const { text = '' } = field;
    const other = seen.has(text) ? text : (text.startsWith('*') ? [...seen] : wildcards).find(one => hostsOverlap(one, text));
    if (other !== undefined) {
      yield broken(rules.sameHosts, field, `"${text}" and "${other}" overlap`, 'keep the wider one');
    }
    seen.add(text);
    wildcards.push(...text.startsWith('*') ? [text] : []);
  }
}

function* http(list: Field, _: Field, scope: RouteScope): Judgement {
  yield* nullItems(list);
  for (const entry of presentItems(list)) {
    yield* httpRoute(entry, scope);
  }
}

function* tls(list: Field, spec: Field, { isConverted }: RouteScope): Judgement {
  for (const entry of presentItems(list)) {
    yield* tlsRoute(entry, spec, isConverted);
  }
}

function* tcp(list: Field, _: Field, { isConverted }: RouteScope): Judgement {
  for (const entry of presentItems(list)) {
    yield* tcpRoute(entry, isConverted);
  }
}
