import { examplesOf, istioObject, RuleExamples } from '../../rule-examples';

const virtualService = (spec: string): string => istioObject('networking.istio.io/v1', 'VirtualService', spec);
const to = 'route: [{destination: {host: cart}}]';
const http = (entry: string): string => virtualService(`hosts: [cart]\nhttp: [{${entry}}]`);
const routed = (fields: string): string => http(`${to}, ${fields}`);
const match = (fields: string): string => routed(`match: [{${fields}}]`);
const retries = (fields: string): string => routed(`retries: {${fields}}`);
const cors = (fields: string): string => routed(`corsPolicy: {${fields}}`);
const fault = (fields: string): string => routed(`fault: {${fields}}`);
const redirect = (fields: string): string => http(`redirect: {${fields}}`);
const rewrite = (fields: string): string => routed(`rewrite: {${fields}}`);
const tls = (entry: string): string => virtualService(`hosts: ["*.example.com"]\ntls: [{${entry}}]`);
const body = (length: number): string => `directResponse: {status: 200, body: {string: ${'a'.repeat(length)}}}`;

/** The rules of the webhook for a VirtualService, and those for destinations, matches and headers. */
export const virtualServiceExamples: RuleExamples = {
  ...examplesOf(virtualService, {
    'delegate-with-more': [`gateways: [shop/gate]\nhttp: [{${to}}]`, `http: [{${to}}]`],
    'delegate-of-delegate': [`http: [{${to}, delegate: {name: other}}]`, `http: [{${to}}]`],
    'mesh-host-any': [`hosts: ["*"]\nhttp: [{${to}}]`, `hosts: ["*"]\ngateways: [shop/gate]\nhttp: [{${to}}]`],
    'virtual-hosts-overlap': [`hosts: ["*.example.com", cart.example.com]\nhttp: [{${to}}]`, `hosts: ["*.example.com", example.com]\nhttp: [{${to}}]`],
    'virtual-service-without-routes': ['hosts: [cart]', `hosts: [cart]\nhttp: [{${to}}]`],
    'gateway-reference-empty': [`hosts: [cart]\ngateways: [shop/]\nhttp: [{${to}}]`, `hosts: [cart]\ngateways: [shop/gate]\nhttp: [{${to}}]`],
    'gateway-reference-label': [`hosts: [cart]\ngateways: [shop/a.b]\nhttp: [{${to}}]`, `hosts: [cart]\ngateways: [shop/gate]\nhttp: [{${to}}]`],
    'gateway-reference-legacy': [`hosts: [cart]\ngateways: [gate.shop]\nhttp: [{${to}}]`, `hosts: [cart]\ngateways: [gate]\nhttp: [{${to}}]`],
    'host-name': [`hosts: [cart]\ngateways: [a_b]\nhttp: [{${to}}]`, `hosts: [cart]\ngateways: [gate]\nhttp: [{${to}}]`],
    'export-to-duplicate': [`hosts: [cart]\nexportTo: [., shop]\nhttp: [{${to}}]`, `hosts: [cart]\nexportTo: [., web]\nhttp: [{${to}}]`],
    'export-to-namespace': [`hosts: [cart]\nexportTo: [a_b]\nhttp: [{${to}}]`, `hosts: [cart]\nexportTo: [web]\nhttp: [{${to}}]`],
    'export-to-with-others': [`hosts: [cart]\nexportTo: ["*", web]\nhttp: [{${to}}]`, `hosts: [cart]\nexportTo: ["*"]\nhttp: [{${to}}]`],
    'stream-without-route': ['hosts: [cart]\ntcp: [{match: [{port: 80}]}]', `hosts: [cart]\ntcp: [{${to}}]`],
    'ip-range': [
      `hosts: [cart]\ntcp: [{match: [{destinationSubnets: [10.0.0.0/40]}], ${to}}]`,
      `hosts: [cart]\ntcp: [{match: [{destinationSubnets: [10.0.0.0/8]}], ${to}}]`,
    ],
  }),
  ...examplesOf(http, {
    'http-without-action': ['timeout: 3s', `${to}, timeout: 3s`],
    'http-two-actions': [`${to}, redirect: {uri: /}`, 'redirect: {uri: /}'],
    'delegating-with-action': [`${to}, delegate: {name: other}`, 'delegate: {name: other}'],
    'response-body-too-large': [body(1_050_000), body(9)],
    'response-body-large': [body(110_000), body(9)],
    'http-status': ['directResponse: {status: 99}', 'directResponse: {status: 503}'],
    'route-without-destination': ['route: [{weight: 1}]', to],
    'destination-any-host': ['route: [{destination: {host: "*"}}]', to],
    'dns-label': ['route: [{destination: {host: cart, subset: v_1}}]', 'route: [{destination: {host: cart, subset: v1}}]'],
    'weight-negative': ['route: [{destination: {host: cart}, weight: -1}]', to],
    'weights-all-zero': [
      'route: [{destination: {host: cart}}, {destination: {host: till}}]',
      'route: [{destination: {host: cart}, weight: 1}, {destination: {host: till}}]',
    ],
  }),
  ...examplesOf(routed, {
    'duration': ['timeout: 1500us', 'timeout: 1.5s'],
    'authority-twice': ['rewrite: {authority: a}, headers: {request: {set: {host: b}}}', 'rewrite: {authority: a}'],
    'header-internal': ['headers: {response: {set: {host: b}}}', 'headers: {request: {set: {host: b}}}'],
    'header-value': ['headers: {request: {set: {x-share: 5%}}}', 'headers: {request: {set: {x-share: 5%%}}}'],
    'mirror-percent': ['mirrorPercent: 5', 'mirrorPercentage: {value: 5}'],
    'mirror-and-mirrors': ['mirror: {host: till}, mirrors: [{destination: {host: till}}]', 'mirrors: [{destination: {host: till}}]'],
    'mirror-without-destination': ['mirrors: [{percentage: {value: 5}}]', 'mirrors: [{destination: {host: till}}]'],
  }),
  ...examplesOf(match, {
    'claim-without-gateway': ['headers: {"@request.auth.claims.role": {exact: a}}', 'headers: {x-role: {exact: a}}'],
    'header-name': ['headers: {"x role": {exact: a}}', 'headers: {":path": {exact: /}}'],
    'prefix-empty': ['method: {prefix: ""}', 'uri: {prefix: ""}'],
    'regex-empty': ['uri: {regex: ""}', 'uri: {regex: "a*"}'],
    'regex-syntax': ['uri: {regex: "a(?=b)"}', 'uri: {regex: "a.*"}'],
    'regex-too-long': [`uri: {regex: ${'a'.repeat(1025)}}`, `uri: {regex: ${'a'.repeat(1024)}}`],
    'label-key': ['sourceLabels: {-app: cart}', 'sourceLabels: {example.com/app: cart}'],
    'label-value': ['sourceLabels: {app: -cart}', 'sourceLabels: {app: ""}'],
  }),
  ...examplesOf(cors, {
    'cors-origin-empty': ['allowOrigins: [{exact: ""}]', 'allowOrigins: [{exact: "https://example.com"}]'],
    'cors-method': ['allowMethods: [FETCH]', 'allowMethods: ["*"]'],
    'cors-max-age': ['maxAge: 1500ms', 'maxAge: 24h'],
  }),
  ...examplesOf(fault, {
    'fault-empty': ['', 'delay: {fixedDelay: 1s, percentage: {value: 1}}'],
    'fault-grpc-status': ['abort: {grpcStatus: unavailable}', 'abort: {grpcStatus: UNAVAILABLE}'],
    'fault-http2-error': ['abort: {http2Error: REFUSED_STREAM}', 'abort: {httpStatus: 503}'],
    'fault-abort-without-status': ['abort: {percentage: {value: 1}}', 'abort: {httpStatus: 503}'],
    'fault-exponential-delay': ['delay: {exponentialDelay: 1s}', 'delay: {fixedDelay: 1s}'],
    'percent': ['abort: {httpStatus: 503, percentage: {value: 101}}', 'abort: {httpStatus: 503, percentage: {value: 100}}'],
    'percentage-too-small': ['abort: {httpStatus: 503, percentage: {value: 0.00001}}', 'abort: {httpStatus: 503, percentage: {value: 0.0001}}'],
  }),
  ...examplesOf(redirect, {
    'redirect-two-paths': ['uri: /a, prefixRewrite: /a', 'uri: /a'],
    'redirect-empty': ['redirectCode: 302', 'redirectCode: 302, uri: /'],
    'redirect-code': ['uri: /, redirectCode: 404', 'uri: /, redirectCode: 308'],
    'redirect-scheme': ['scheme: ftp', 'scheme: https'],
  }),
  ...examplesOf(uri => http(`match: [{uri: {${uri}}}], redirect: {prefixRewrite: /b}`), { 'redirect-prefix-unmatched': ['exact: /a', 'prefix: /a'] }),
  ...examplesOf(rewrite, {
    'rewrite-two-paths': ['uri: /, uriRegexRewrite: {match: a, rewrite: b}', 'uri: /'],
    'rewrite-empty': ['', 'authority: cart'],
    'rewrite-regex-incomplete': ['uriRegexRewrite: {match: a}', 'uriRegexRewrite: {match: a, rewrite: b}'],
  }),
  ...examplesOf(retries, {
    'retry-attempts-negative': ['attempts: -1', 'attempts: 1'],
    'retry-policy-without-attempts': ['retryOn: 5xx', 'attempts: 2, retryOn: 5xx'],
    'retry-on': ['attempts: 2, retryOn: "5xx, reset"', 'attempts: 2, retryOn: "5xx,reset,503"'],
  }),
  ...examplesOf(tls, {
    'tls-without-match': [to, `match: [{sniHosts: [a.example.com]}], ${to}`],
    'tls-match-without-sni': [`match: [{port: 443}], ${to}`, `match: [{sniHosts: [a.example.com]}], ${to}`],
    'sni-host': [`match: [{sniHosts: [a.*.com]}], ${to}`, `match: [{sniHosts: ["*.a.example.com"]}], ${to}`],
    'sni-host-foreign': [`match: [{sniHosts: [a.example.org]}], ${to}`, `match: [{sniHosts: ["*.example.com"]}], ${to}`],
    'sni-ip-address': [`match: [{sniHosts: [10.0.0.1]}], ${to}`, `match: [{sniHosts: [a.example.com]}], ${to}`],
  }),
};
