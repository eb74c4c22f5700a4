import { wholeValueRegexCheck } from '../../../../lib/inspect/checks/mesh/whole-value-regex';
import { deployment, kube, service, together } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const matched = (match: string): string => kube('VirtualService shop/orders', `{hosts: [orders], http: [{match: [{${match}}]}]}`);
const routed = (match: string, parent: string): string => kube('HTTPRoute shop/orders', `{parentRefs: [${parent}], rules: [{matches: [{${match}}]}]}`);
const gateway = (className: string): string => kube('Gateway shop/edge', `{gatewayClassName: ${className}}`);
const byRoute = (match: string): string => together(routed(match, '{name: edge}'), gateway('istio'));
const home = (labels: string): string => kube(`Namespace shop labels: {${labels}}`);
const begun = 'path: {type: RegularExpression, value: ^/api}';
const toService = '{group: "", kind: Service, name: orders}';
const found = (path: string, expression: string): string[] => [`info spec.${path}: ${expression} must match the whole value, but ^ suggests a prefix`];

ruleCases(wholeValueRegexCheck, [
  ['the beginning of a path', matched('uri: {regex: ^/api/v1}'), found('http[0].match[0].uri.regex', '^/api/v1')],
  ['one with a group', matched('uri: {regex: "^/api/(v[12]/orders)"}'), found('http[0].match[0].uri.regex', '^/api/(v[12]/orders)')],
  ['one in any case', matched('uri: {regex: "(?i)^/api/"}'), found('http[0].match[0].uri.regex', '(?i)^/api/')],
  ['the beginning of a header', matched('headers: {user-agent: {regex: ^Mozilla}}'), found('http[0].match[0].headers.user-agent.regex', '^Mozilla')],
  ['the beginning of a path of an HTTPRoute', byRoute('path: {type: RegularExpression, value: ^/api}'), found('rules[0].matches[0].path.value', '^/api')],
  ['the beginning of a header of an HTTPRoute', byRoute('headers: [{name: a, type: RegularExpression, value: ^b}]'), found('rules[0].matches[0].headers[0].value', '^b')],
  ...['/api/*', '^/api/v1/*'].map(expression => [`a pattern of another kind: ${expression}`, matched(`uri: {regex: "${expression}"}`), [
    `info spec.http[0].match[0].uri.regex: ${expression} must match the whole value, and its * repeats only the slash: no path below it matches`,
  ]] as const),
  ['a route for a Service that is injected', together(home('istio-injection: enabled'), routed(begun, toService)), found('rules[0].matches[0].path.value', '^/api')],
  ['a route for a Service in ambient mode', together(home('istio.io/dataplane-mode: ambient'), routed(begun, toService)), found('rules[0].matches[0].path.value', '^/api')],
  ['a route for a Service with a sidecar', together(service('shop/orders'), deployment('shop/orders', { labels: 'sidecar.istio.io/inject: "true"' }), routed(begun, toService)),
    found('rules[0].matches[0].path.value', '^/api')],
  ['a route for a ServiceEntry', routed(begun, '{group: networking.istio.io, kind: ServiceEntry, name: orders}'), found('rules[0].matches[0].path.value', '^/api')],
  ['a route at the Gateways of Istio and of somebody else', together(routed(begun, '{name: other}, {name: edge}'), gateway('istio')), found('rules[0].matches[0].path.value', '^/api')],
], [
  ['a route at the Gateway of somebody else, who may match anywhere', together(routed(begun, '{name: edge}'), gateway('traefik'))],
  ['a route at a Gateway that is not shown', routed(begun, '{name: edge}')],
  ['a route for a Service of which nobody knows whether it is in a mesh', together(service('shop/orders'), routed(begun, toService))],
  ['slashes at the end', matched('uri: {regex: "/api/*$"}')],
  ['all signs behind a slash', matched('uri: {regex: "/api/.*"}')],
  ['an end', matched('uri: {regex: ^/api$}')],
  ['an end of each choice', matched('uri: {regex: "^/api$|^/b"}')],
  ['what may follow', matched('uri: {regex: "^/api/.*"}')],
  ['what may follow in a group', matched('uri: {regex: "^/api(/.*)"}')],
  ['what has to follow', matched('uri: {regex: "^/api/[0-9]+"}')],
  ['a number of signs', matched('uri: {regex: "^/api/[0-9]{3}"}')],
  ['a sign that may be absent', matched('uri: {regex: "^/api/?"}')],
  ['a class of signs at the end', matched('uri: {regex: "^/api/\\\\d"}')],
  ['an expression that says nothing of where it begins', matched('uri: {regex: /api/v1}')],
  ['a prefix', matched('uri: {prefix: ^/api}')],
  ['a path of an HTTPRoute', byRoute('path: {value: /api}')],
]);
