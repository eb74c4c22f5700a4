import { ruleRepair } from '../../../../lib/inspect/schema/check/rule-repairs';
import { judge } from '../../../support/judge';

/** The repairs of what the API server refuses in an object, by path. */
function repairs(apiVersion: string, kind: string, spec: string): readonly unknown[] {
  const yaml = `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: a, namespace: shop}, spec: ${spec}}`;
  return judge(yaml, { filter: { only: ['CRD'], skip: [] } }).findings.map(({ path, repair }) => [path, repair]);
}

const gateway = (listeners: string): readonly unknown[] => repairs('gateway.networking.k8s.io/v1', 'Gateway', `{gatewayClassName: istio, listeners: [${listeners}]}`);
const route = (rule: string, rest = ''): readonly unknown[] => repairs('gateway.networking.k8s.io/v1', 'HTTPRoute', `{${rest} rules: [${rule}]}`);
const virtualService = (http: string): readonly unknown[] => repairs('networking.istio.io/v1', 'VirtualService', `{hosts: [a.example.com], http: [${http}]}`);

test.each([
  ['a time without a unit', virtualService('{timeout: 10}'), 'spec.http[0].timeout', 'write 10s'],
  ['a time without a unit, in quotes', virtualService('{timeout: "10"}'), 'spec.http[0].timeout', 'write 10s'],
  ['a time of the Gateway API', route('{timeouts: {request: 10}}'), 'spec.rules[0].timeouts.request', 'write 10s; the CEL rules of the CRD are checked once this is fixed'],
  ['and in quotes', route('{timeouts: {request: "10"}}'), 'spec.rules[0].timeouts.request', 'write 10s'],
  ['no time at all', virtualService('{timeout: 0s}'), 'spec.http[0].timeout', 'remove it, or write a duration such as 10s'],
  ['a backend without port', route('{backendRefs: [{name: orders}]}'), 'spec.rules[0].backendRefs[0]', 'name the port of the Service, such as port: 8080'],
  ['a path without slash', route('{matches: [{path: {value: api}}]}'), 'spec.rules[0].matches[0].path', 'start it with /: "/api"'],
  ['a redirect with backends', route('{backendRefs: [{name: a, port: 80}], filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}'),
    'spec.rules[0]', 'remove backendRefs, or the redirect'],
  ['a filter of another type', route('{filters: [{type: URLRewrite, urlRewrite: {hostname: a.example.com}, requestMirror: {backendRef: {name: a, port: 80}}}]}'),
    'spec.rules[0].filters[0]', 'write type: RequestMirror, or remove requestMirror'],
  ['a filter that says nothing', route('{filters: [{type: URLRewrite}]}'), 'spec.rules[0].filters[0]', 'set urlRewrite, or change the type'],
  ['a hostname with a port', route('{}', 'hostnames: ["a.example.com:8080"],'), 'spec.hostnames[0]', 'write only the host, in lowercase: a.example.com'],
  ['a hostname for all', route('{}', 'hostnames: ["*"],'), 'spec.hostnames[0]', 'remove hostnames to accept all hosts'],
  ['a hostname that nobody can guess', route('{}', 'hostnames: ["a b"],'), 'spec.hostnames[0]', undefined],
  ['TLS without TLS', gateway('{name: a, port: 80, protocol: HTTP, tls: {mode: Terminate, certificateRefs: [{name: a}]}}'),
    'spec.listeners', 'write protocol: HTTPS or TLS, or remove tls'],
  ['TLS without certificate', gateway('{name: a, port: 443, protocol: HTTPS, tls: {mode: Terminate}}'), 'spec.listeners[0].tls', 'name the Secret of the certificate in certificateRefs'],
  ['a header that is a boolean', virtualService('{match: [{headers: {x-a: true}}]}'), 'spec.http[0].match[0].headers.x-a', 'did you mean {exact: "true"}?'],
  ['an origin that is a text', virtualService('{corsPolicy: {allowOrigins: ["https://a"]}}'), 'spec.http[0].corsPolicy.allowOrigins[0]', 'did you mean {exact: "https://a"}?'],
])('it is said how to mend %s', (_, found, path, repair) => {
  expect(found).toEqual([[path, repair]]);
});

test.each([
  ['security.istio.io/v1', 'PeerAuthentication', '{selector: {app: x}}', 'spec.selector.app', 'write selector: {matchLabels: {app: "x"}}'],
  ['networking.istio.io/v1', 'Sidecar', '{workloadSelector: {app: x}}', 'spec.workloadSelector.app', 'write workloadSelector: {labels: {app: "x"}}'],
  ['networking.istio.io/v1', 'Gateway', '{selector: {matchLabels: {app: x}}}', 'spec.selector.matchLabels', 'write the labels directly under selector'],
  ['v1', 'Service', '{selector: {matchLabels: {app: x}}}', 'spec.selector.matchLabels', 'write the labels directly under selector'],
  ['networking.istio.io/v1', 'DestinationRule', '{host: [orders]}', 'spec.host', 'write a single value, not a list: "orders"'],
  ['security.istio.io/v1', 'PeerAuthentication', '{selector: {matchLabel: {app: x}}}', 'spec.selector.matchLabel', 'did you mean "matchLabels"?'],
])('labels stand where %s %s has them: %s', (...[apiVersion, kind, spec, path, repair]) => {
  expect(repairs(apiVersion, kind, spec)).toContainEqual([path, expect.stringContaining(repair)]);
});

test('of other rules nothing is known', () => {
  expect(ruleRepair('must be blue', 'red')).toBeUndefined();
});
