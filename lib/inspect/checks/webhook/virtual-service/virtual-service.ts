import type { Field } from '../../../mesh/field';
import { hostsOverlap } from '../../../mesh/hosts';
import { defineCheck, Judgement } from '../../check';
import { broken } from '../broken';
import { isIpAddress } from '../primitives/addresses';
import { exportTo, exportToRules } from '../primitives/export-to';
import { hostRules, isText } from '../primitives/host-names';
import { nullItems, presentItems } from '../primitives/present-items';
import { refusal } from '../webhook-rules';
import { isBoundHost } from './bound-hosts';
import { gatewayNames } from './gateway-names';
import { httpRoute, httpRouteRules, RouteScope } from './http-routes';
import { streamRouteRules, tcpRoute, tlsRoute } from './stream-routes';

const rules = {
  delegate: refusal('delegate-with-more', 'A VirtualService without hosts, to which others leave requests, has gateways or takes more than HTTP.'),
  anyHost: refusal('mesh-host-any', 'A VirtualService for the mesh takes requests to every host.'),
  sameHosts: refusal('virtual-hosts-overlap', 'Two hosts of a VirtualService have a host in common.'),
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
    const scope: RouteScope = {
      isDelegate: !spec.at('hosts').isFilled,
      isAtGateway: gateways.isFilled && !gateways.texts.includes('mesh'),
      isConverted: annotations['internal.istio.io/route-semantics'] === 'gateway',
    };
    yield* scope.isDelegate ? delegate(spec) : hosts(spec, scope);
    yield* gatewayNames(gateways, scope.isConverted);
    yield* routes(spec, scope);
    yield* exportTo(spec.at('exportTo'), { namespace });
  },
});

function* delegate(spec: Field): Judgement {
  for (const field of ['gateways', 'tls', 'tcp'].map(key => spec.at(key)).filter(({ isFilled }) => isFilled)) {
    yield broken(rules.delegate, field, `a VirtualService without hosts has no ${field.key}`, 'name hosts, or remove it');
  }
}

function* hosts(spec: Field, { isAtGateway }: RouteScope): Judgement {
  const isOutbound = isAtGateway && spec.at('tls').items().some(entry => entry.at('match').items().some(match => match.at('sniHosts').isFilled));
  const problems = spec.at('hosts').items().filter(isText).flatMap(host => [...judgeHost(host, isAtGateway, isOutbound)]);
  yield* problems.length > 0 ? problems : overlaps(spec.at('hosts'));
}

function* judgeHost(field: Field, isAtGateway: boolean, isOutbound: boolean): Judgement {
  const { text = '' } = field;
  if (!isBoundHost(text, isOutbound) && !isIpAddress(text)) {
    yield broken(hostRules.wildcardHost, field, `"${text}" is no DNS name`, 'write a DNS name, or one with * as its first label');
  } else if (text === '*' && !isAtGateway) {
    yield broken(rules.anyHost, field, 'the host * is for gateways alone', 'name the hosts, or the gateways without mesh');
  }
}

/** Each host is compared with the wildcards before it, and a wildcard with all hosts before it. */
function* overlaps(list: Field): Judgement {
  const seen = new Set<string>();
  const wildcards: string[] = [];
  for (const field of list.items()) {
    const { text = '' } = field;
    const other = seen.has(text) ? text : (text.startsWith('*') ? [...seen] : wildcards).find(one => hostsOverlap(one, text));
    if (other !== undefined) {
      yield broken(rules.sameHosts, field, `"${text}" and "${other}" have a host in common`, 'keep the wider one');
    }
    seen.add(text);
    wildcards.push(...text.startsWith('*') ? [text] : []);
  }
}

function* routes(spec: Field, scope: RouteScope): Judgement {
  if (!['http', 'tcp', 'tls'].some(protocol => spec.at(protocol).isFilled)) {
    yield broken(rules.empty, spec, 'the VirtualService has no route', 'add http, tcp or tls');
  }
  yield* nullItems(spec.at('http'));
  for (const entry of presentItems(spec.at('http'))) {
    yield* httpRoute(entry, scope);
  }
  for (const entry of presentItems(spec.at('tls'))) {
    yield* tlsRoute(entry, spec, scope.isConverted);
  }
  for (const entry of presentItems(spec.at('tcp'))) {
    yield* tcpRoute(entry, scope.isConverted);
  }
}
