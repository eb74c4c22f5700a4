import { webhookRefusals } from './webhook';
import type { Fields } from './webhook/primitives';

const refused = (kind: string, spec: Fields): string[] => webhookRefusals({ apiVersion: 'networking.istio.io/v1', kind, spec });

const route = [{ destination: { host: 'web' } }];
const web = { hosts: ['web.shop.svc.cluster.local'] };
const http = (rule: Fields): Fields => ({ ...web, http: [{ route, ...rule }] });
const policy = (trafficPolicy: Fields): Fields => ({ host: 'web', trafficPolicy });
const balancer = (loadBalancer: Fields): Fields => policy({ loadBalancer });
const entry = (fields: Fields): Fields => ({ hosts: ['a.example.com'], ports: [{ name: 'http', number: 80, protocol: 'HTTP' }], resolution: 'DNS', ...fields });
const server = (fields: Fields): Fields => ({ servers: [{ hosts: ['a.example.com'], port: { name: 'http', number: 80, protocol: 'HTTP' }, ...fields }] });
const https = { name: 'https', number: 443, protocol: 'HTTPS' };
const ingress = (fields: Fields): Fields => ({ ingress: [{ port: { name: 'http', number: 80, protocol: 'HTTP' }, ...fields }] });

test.each([
  ['VirtualService', http({})],
  ['VirtualService', { gateways: ['edge/web'], hosts: ['*'], http: [{ delegate: { name: 'a', namespace: 'b' } }] }],
  ['VirtualService', { ...web, tls: [{ match: [{ sniHosts: ['web.shop.svc.cluster.local'] }], route }], tcp: [{ route }] }],
  ['DestinationRule', { ...policy({ tls: { mode: 'ISTIO_MUTUAL' } }), subsets: [{ name: 'v1', labels: { version: 'v1' } }] }],
  ['DestinationRule', balancer({ localityLbSetting: { distribute: [{ from: 'b', to: { b: 100 } }, { from: '*', to: { a: 100 } }] } })],
  ['Gateway', server({ port: https, tls: { mode: 'SIMPLE', credentialName: 'a' } })],
  ['ServiceEntry', entry({})],
  ['Sidecar', ingress({ defaultEndpoint: '127.0.0.1:8080' })],
])('a %s like %j is taken', (kind, spec) => {
  expect(refused(kind, spec)).toEqual([]);
});

test('only what the webhook reads is judged', () => {
  expect(webhookRefusals({ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', spec: {} })).toEqual([]);
  expect(webhookRefusals({ apiVersion: 'networking.istio.io/v1', kind: 'EnvoyFilter', spec: {} })).toEqual([]);
});

test.each<[string, Fields, string]>([
  ['neither hosts nor rules', {}, 'no http, tls nor tcp'],
  ['no rules', web, 'no http, tls nor tcp'],
  ['gateways of a delegate', { gateways: ['a/b'], http: [{ route }] }, 'gateways: of a delegate'],
  ['TLS of a delegate', { tls: [{ match: [{ sniHosts: ['a'] }], route }] }, 'tls: of a delegate'],
  ['connections of a delegate', { tcp: [{ route }] }, 'tcp: of a delegate'],
  ['a delegate that delegates', { http: [{ delegate: { name: 'a' } }] }, 'a delegate delegates'],
  ['a delegate and a route', http({ delegate: { name: 'a' } }), 'delegate and route'],
  ['a delegate and a redirect', { ...web, http: [{ delegate: { name: 'a' }, redirect: { uri: '/' } }] }, 'delegate and redirect'],
  ['no action', { ...web, http: [{ name: 'a' }] }, 'no route, redirect, directResponse nor delegate'],
  ['a redirect and a route', http({ redirect: { uri: '/' } }), 'redirect and route'],
  ['a redirect and a fault', { ...web, http: [{ redirect: { uri: '/' }, fault: { delay: { fixedDelay: '1s' } } }] }, 'redirect and fault'],
  ['an answer and a rewrite', { ...web, http: [{ directResponse: { status: 200 }, rewrite: { uri: '/' } }] }, 'directResponse and rewrite'],
  ['a redirect and an answer', { ...web, http: [{ redirect: { uri: '/' }, directResponse: { status: 200 } }] }, 'redirect and directResponse'],
  ['any host inside', { hosts: ['*'], http: [{ route }] }, '"*" inside of the mesh'],
  ['a host that is none', { hosts: ['a_b.example.com'], http: [{ route }] }, 'is no domain'],
  ['hosts that overlap', { hosts: ['*.example.com', 'a.example.com'], http: [{ route }] }, 'has names in common with a.example.com'],
  ['gateways without name', { ...web, gateways: ['edge/'], http: [{ route }] }, 'gateways[0]: "" is no DNS label'],
  ['a gateway that is no name', { ...web, gateways: ['a_b'], http: [{ route }] }, 'is no full domain name'],
  ['a namespace twice', { ...http({}), exportTo: ['.', '.'] }, 'exportTo: . twice'],
  ['all namespaces and another', { ...http({}), exportTo: ['*', 'a'] }, '"*" and others'],
  ['two ways of mirrors', http({ mirror: { host: 'a' }, mirrors: [{ destination: { host: 'a' } }] }), 'mirror and mirrors'],
  ['a mirror of more than all', http({ mirrors: [{ destination: { host: 'a' }, percentage: { value: 101 } }] }), '101 %'],
  ['a mirror to nothing', http({ mirrors: [{}] }), 'no destination'],
  ['a header that is none', http({ match: [{ headers: { 'a b': { exact: 'c' } } }] }), '"a b" is no header'],
  ['a claim inside', http({ match: [{ headers: { '@request.auth.claims.sub': { exact: 'c' } } }] }), 'inside of the mesh'],
  ['an empty prefix', http({ match: [{ queryParams: { a: { prefix: '' } } }] }), 'empty prefix'],
  ['a pattern that is none', http({ match: [{ uri: { regex: '(?=a)' } }] }), 'is no RE2'],
  ['an empty pattern', http({ match: [{ uri: { regex: '' } }] }), 'pattern empty'],
  ['a port that is none', http({ match: [{ port: 70_000 }] }), '70000 is no port'],
  ['a label that is none', http({ match: [{ sourceLabels: { 'a b': 'c' } }] }), 'is no name of a label'],
  ['a value of a label that is none', http({ match: [{ sourceLabels: { a: 'b c' } }] }), 'is no value of a label'],
  ['a namespace that is none', http({ match: [{ sourceNamespace: 'a.b' }] }), 'is no DNS label'],
  ['a header that cannot be set', http({ headers: { request: { set: { ':path': '/' } } } }), '":path" cannot be set'],
  ['the host removed', http({ headers: { request: { remove: ['Host'] } } }), '"Host" cannot be changed'],
  ['a value that ends amid a format', http({ headers: { request: { set: { a: '100%' } } } }), 'is no value'],
  ['no origin', http({ corsPolicy: { allowOrigins: [{}] } }), 'allowOrigins[0]: empty'],
  ['a method that is none', http({ corsPolicy: { allowMethods: ['READ'] } }), 'READ'],
  ['parts of a second of cors', http({ corsPolicy: { maxAge: '1500ms' } }), 'has parts of a second'],
  ['a header of cors that is none', http({ corsPolicy: { allowHeaders: ['a b'] } }), '"a b" is no header'],
  ['no fault', http({ fault: {} }), 'neither abort nor delay'],
  ['a fault of few', http({ fault: { abort: { httpStatus: 500, percentage: { value: 0.000_01 } } } }), 'is no percentage'],
  ['a status that is none', http({ fault: { abort: { httpStatus: 42 } } }), '42 is no status'],
  ['a status of gRPC that is none', http({ fault: { abort: { grpcStatus: 'BROKEN' } } }), 'BROKEN is no status of gRPC'],
  ['a delay without time', http({ fault: { delay: { fixedDelay: '0s' } } }), 'is no duration'],
  ['a redirect that changes nothing', { ...web, http: [{ redirect: {} }] }, 'changes nothing'],
  ['a redirect of another status', { ...web, http: [{ redirect: { uri: '/', redirectCode: 200 } }] }, '200 is no redirect'],
  ['a scheme that is none', { ...web, http: [{ redirect: { scheme: 'ftp' } }] }, 'ftp is no scheme'],
  ['an answer without status', { ...web, http: [{ directResponse: {} }] }, 'directResponse.status'],
  ['an answer that is too long', { ...web, http: [{ directResponse: { status: 200, body: { string: 'a'.repeat(1_048_577) } } }] }, 'longer than 1 MiB'],
  ['no retries, and how', http({ retries: { attempts: 0, retryOn: '5xx' } }), '0 attempts, and how'],
  ['fewer than no retries', http({ retries: { attempts: -1 } }), '-1 attempts'],
  ['a condition that is none', http({ retries: { attempts: 1, retryOn: '5xx, reset' } }), '" reset"'],
  ['parts of a millisecond', http({ retries: { attempts: 1, perTryTimeout: '1.5ms' } }), 'is no duration of whole milliseconds'],
  ['a rewrite of nothing', http({ rewrite: {} }), 'rewrite: changes nothing'],
  ['a rewrite in two ways', http({ rewrite: { uri: '/', uriRegexRewrite: { match: 'a', rewrite: 'b' } } }), 'uri and uriRegexRewrite'],
  ['an authority that is set twice', http({ rewrite: { authority: 'a' }, headers: { request: { set: { Host: 'b' } } } }), 'authority is set twice'],
  ['a timeout of nothing', http({ timeout: '0s' }), 'timeout: "0s" is no duration'],
  ['weights of 0', http({ route: [{ ...route[0], weight: 0 }, { destination: { host: 'b' } }] }), 'the weights come to 0'],
  ['a negative weight', http({ route: [{ ...route[0], weight: -1 }] }), 'weight -1'],
  ['no destination', http({ route: [{}] }), 'no destination'],
  ['any destination', http({ route: [{ destination: { host: '*' } }] }), 'host "*"'],
  ['a subset that is none', http({ route: [{ destination: { host: 'a', subset: 'a.b' } }] }), 'subset: "a.b" is no DNS label'],
  ['port 0', http({ route: [{ destination: { host: 'a', port: {} } }] }), '0 is no port'],
  ['TLS without match', { ...web, tls: [{ route }] }, 'no match'],
  ['TLS without names', { ...web, tls: [{ match: [{ port: 443 }], route }] }, 'no sniHosts'],
  ['TLS for other names', { ...web, tls: [{ match: [{ sniHosts: ['other'] }], route }] }, 'other is none of the hosts'],
  ['connections to nowhere', { ...web, tcp: [{}] }, 'no route'],
  ['connections to no address', { ...web, tcp: [{ match: [{ destinationSubnets: ['a/8'] }], route }] }, 'is no address'],
])('a VirtualService with %s is refused', (_, spec, problem) => {
  expect(refused('VirtualService', spec).join('\n')).toContain(problem);
});

test.each<[string, Fields, string]>([
  ['no host', {}, 'is no domain'],
  ['an empty policy', policy({}), 'says nothing'],
  ['subsets of one name', { host: 'web', subsets: [{ name: 'a' }, { name: 'a' }] }, 'subsets: a twice'],
  ['a subset without name', { host: 'web', subsets: [{}] }, 'subsets[0].name: "" is no DNS label'],
  ['an empty policy of a subset', { host: 'web', subsets: [{ name: 'a', trafficPolicy: {} }] }, 'says nothing'],
  ['a selector of everything', { host: 'web', workloadSelector: { matchLabels: { a: '*' } } }, 'selects nothing'],
  ['a port without policy', policy({ portLevelSettings: [{ port: { number: 80 } }] }), 'says nothing'],
  ['a policy without port', policy({ portLevelSettings: [{ tls: { mode: 'SIMPLE' } }] }), 'no port'],
  ['a tunnel and a protocol', policy({ tunnel: {}, proxyProtocol: {} }), 'tunnel and proxyProtocol'],
  ['ejection of more than all', policy({ outlierDetection: { maxEjectionPercent: 101 } }), '101 %'],
  ['local failures that are not told apart', policy({ outlierDetection: { consecutiveLocalOriginFailures: 1 } }), 'not told apart'],
  ['an empty pool', policy({ connectionPool: {} }), 'neither http nor tcp'],
  ['fewer than no connections', policy({ connectionPool: { tcp: { maxConnections: -1 } } }), '-1 is negative'],
  ['two protocols of clients', policy({ connectionPool: { http: { h2UpgradePolicy: 'UPGRADE', useClientProtocol: true } } }), 'UPGRADE and useClientProtocol'],
  ['half of a ping', policy({ connectionPool: { http: { http2KeepAlive: { interval: '1s' } } } }), 'interval or timeout missing'],
  ['a cookie without name', balancer({ consistentHash: { httpCookie: {} } }), 'a cookie without name'],
  ['an attribute without name', balancer({ consistentHash: { httpCookie: { name: 'a', attributes: [{}] } } }), 'an attribute without name'],
  ['two sizes of a ring', balancer({ consistentHash: { minimumRingSize: 1, ringHash: {} } }), 'minimumRingSize and ringHash'],
  ['a table of no prime size', balancer({ consistentHash: { maglev: { tableSize: 4 } } }), '4 is no prime'],
  ['two settings of localities', balancer({ localityLbSetting: {}, zoneAwareLbSetting: {} }), 'two settings of localities'],
  ['distribution and failover', balancer({ localityLbSetting: { distribute: [], failover: [] } }), 'distribute and failover'],
  ['failover by region in two ways', balancer({ localityLbSetting: { failover: [{ from: 'a', to: 'b' }], failoverPriority: ['topology.kubernetes.io/region'] } }), 'by region'],
  ['shares that are not all', balancer({ localityLbSetting: { distribute: [{ from: 'a', to: { a: 50 } }] } }), 'do not come to 100'],
  ['localities within each other', balancer({ localityLbSetting: { distribute: [{ from: 'a', to: { 'a': 50, 'a/b/*': 50 } }] } }), '"a" and "a/b" overlap'],
  ['what is left over first', balancer({ localityLbSetting: { distribute: [{ from: '*', to: { a: 100 } }, { from: 'b', to: { b: 100 } }] } }), '"" and "b" overlap'],
  ['a locality that is none', balancer({ localityLbSetting: { distribute: [{ from: 'a//b', to: { a: 100 } }] } }), 'is no locality'],
  ['failover to itself', balancer({ localityLbSetting: { failover: [{ from: 'a', to: 'a' }] } }), 'from and to are the same'],
  ['failover to a zone', balancer({ localityLbSetting: { failover: [{ from: 'a', to: 'b/c' }] } }), 'no region'],
  ['warming up without time', balancer({ warmup: {} }), 'no duration'],
  ['warming up to more than all', balancer({ warmup: { duration: '1s', minimumPercent: 101 } }), '101 %'],
  ['a certificate in two places', policy({ tls: { mode: 'SIMPLE', credentialName: 'a', caCertificates: '/a' } }), 'credentialName and files'],
  ['no certificate', policy({ tls: { mode: 'MUTUAL' } }), 'MUTUAL without certificate'],
  ['nothing verified by something', policy({ tls: { mode: 'SIMPLE', insecureSkipVerify: true, subjectAltNames: ['a'] } }), 'verifies nothing'],
])('a DestinationRule with %s is refused', (_, spec, problem) => {
  expect(refused('DestinationRule', spec).join('\n')).toContain(problem);
});

test.each<[string, Fields, string]>([
  ['no servers', {}, 'no servers'],
  ['names of ports that are the same', { servers: [...server({}).servers, ...server({}).servers] }, 'http twice'],
  ['no hosts', server({ hosts: [] }), 'no hosts'],
  ['a short host', server({ hosts: ['web'] }), '"web" is short'],
  ['a host amid which "*" stands', server({ hosts: ['*a.example.com'] }), 'amid a label'],
  ['a namespace that is none', server({ hosts: ['a_b/*'] }), 'is no namespace'],
  ['no port', server({ port: undefined }), 'no port'],
  ['a port without name', server({ port: { number: 80, protocol: 'HTTP' } }), 'no name'],
  ['a protocol that is none', server({ port: { ...https, protocol: 'FTP' } }), '"FTP" is no protocol'],
  ['another port of pods', server({ port: { ...https, targetPort: 1 } }), 'targetPort'],
  ['HTTPS without TLS', server({ port: https }), 'HTTPS without tls'],
  ['HTTP with TLS', server({ tls: { mode: 'SIMPLE', credentialName: 'a' } }), 'HTTP with tls'],
  ['TLS without certificate', server({ port: https, tls: { mode: 'SIMPLE' } }), 'SIMPLE without certificate'],
  ['no certificates of clients', server({ port: https, tls: { mode: 'MUTUAL', serverCertificate: 'a', privateKey: 'b' } }), 'MUTUAL without caCertificates'],
  ['certificates in two places', server({ port: https, tls: { mode: 'SIMPLE', credentialName: 'a', serverCertificate: 'a', privateKey: 'b' } }), 'several certificates'],
  ['certificates of the mesh and another', server({ port: https, tls: { mode: 'ISTIO_MUTUAL', credentialName: 'a' } }), 'certificates for ISTIO_MUTUAL'],
  ['an address that is none', server({ bind: 'web' }), 'bind "web"'],
])('a Gateway with %s is refused', (_, spec, problem) => {
  expect(refused('Gateway', spec).join('\n')).toContain(problem);
});

test.each<[string, Fields, string]>([
  ['no hosts', entry({ hosts: [] }), 'no hosts'],
  ['any host', entry({ hosts: ['*'], resolution: 'NONE' }), '"*"'],
  ['endpoints and a selector', entry({ endpoints: [{ address: '1.1.1.1' }], workloadSelector: { labels: { a: 'b' } } }), 'workloadSelector and endpoints'],
  ['an address that is none', entry({ addresses: ['a'] }), 'is no address'],
  ['a range by DNS', entry({ addresses: ['10.0.0.0/8'] }), 'a range of addresses with DNS'],
  ['ports of one name', entry({ ports: [...entry({}).ports, { name: 'http', number: 81 }] }), 'http twice'],
  ['ports of one number', entry({ ports: [...entry({}).ports, { name: 'more', number: 80 }] }), '80 twice'],
  ['several hosts of connections', entry({ hosts: ['a.example.com', 'b.example.com'], ports: [{ name: 'tcp', number: 1, protocol: 'TCP' }] }), 'several hosts at a port of connections'],
  ['endpoints without resolution', entry({ resolution: 'NONE', endpoints: [{ address: '1.1.1.1' }] }), 'endpoints without resolution'],
  ['names as addresses', entry({ resolution: 'STATIC', endpoints: [{ address: 'a.example.com' }] }), 'is no address'],
  ['a wildcard by DNS', entry({ hosts: ['*.example.com'] }), 'is no full domain name'],
  ['several endpoints in turn', entry({ resolution: 'DNS_ROUND_ROBIN', endpoints: [{ address: 'a.example.com' }, { address: 'b.example.com' }] }), 'several endpoints in turn'],
  ['one host by DYNAMIC_DNS', entry({ resolution: 'DYNAMIC_DNS' }), 'DYNAMIC_DNS of one host'],
  ['addresses and DYNAMIC_DNS', entry({ hosts: ['*.example.com'], resolution: 'DYNAMIC_DNS', addresses: ['1.1.1.1'] }), 'DYNAMIC_DNS with addresses'],
  ['connections by DYNAMIC_DNS', entry({ hosts: ['*.example.com'], resolution: 'DYNAMIC_DNS', ports: [{ name: 'tcp', number: 1, protocol: 'TCP' }] }), 'DYNAMIC_DNS of other protocols'],
  ['an endpoint without address', entry({ endpoints: [{}] }), 'neither address nor network'],
  ['a port that only an endpoint has', entry({ endpoints: [{ address: '1.1.1.1', ports: { other: 80 } }] }), 'port other is none of the entry'],
  ['nobody and others', entry({ exportTo: ['~', '.'] }), '"~" and others'],
])('a ServiceEntry with %s is refused', (_, spec, problem) => {
  expect(refused('ServiceEntry', spec).join('\n')).toContain(problem);
});

test.each<[string, Fields, string]>([
  ['nothing', {}, 'says nothing'],
  ['no port', { ingress: [{}] }, 'no port'],
  ['a port twice', { ingress: [...ingress({}).ingress, ...ingress({}).ingress] }, '80 twice'],
  ['an address that is none', ingress({ bind: 'web' }), 'bind "web"'],
  ['an endpoint elsewhere', ingress({ defaultEndpoint: '10.0.0.1:80' }), '"10.0.0.1:80"'],
  ['an endpoint without path', ingress({ defaultEndpoint: 'unix://a/' }), 'no path'],
  ['TLS of HTTP', ingress({ tls: { mode: 'SIMPLE', serverCertificate: 'a', privateKey: 'b' } }), 'of HTTP'],
  ['TLS of the mesh', ingress({ port: https, tls: { mode: 'ISTIO_MUTUAL' } }), 'ISTIO_MUTUAL'],
  ['a Secret', ingress({ port: https, tls: { mode: 'SIMPLE', credentialName: 'a' } }), 'what only gateways have'],
  ['an empty pool', { inboundConnectionPool: {} }, 'neither http nor tcp'],
  ['no hosts', { egress: [{}] }, 'no hosts'],
  ['a host without namespace', { egress: [{ hosts: ['a.example.com'] }] }, 'without namespace'],
  ['what holds for every port first', { egress: [{ hosts: ['*/*'] }, { hosts: ['*/*'] }] }, 'not the last'],
  ['a proxy for nothing', { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY', egressProxy: { host: 'a' } } }, 'egressProxy of REGISTRY_ONLY'],
])('a Sidecar with %s is refused', (_, spec, problem) => {
  expect(refused('Sidecar', spec).join('\n')).toContain(problem);
});
