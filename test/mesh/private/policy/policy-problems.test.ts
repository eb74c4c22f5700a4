import { Duration } from 'cdk8s';
import { AppProtocol } from '../../../../lib/mesh/app-protocol';
import { ClientTls } from '../../../../lib/mesh/client-tls';
import { LoadBalancing } from '../../../../lib/mesh/load-balancing';
import { Locality } from '../../../../lib/mesh/locality';
import { servicePorts } from '../../../../lib/mesh/private/hosts/service-ports';
import { limitsIntent, USUAL_LIMITS } from '../../../../lib/mesh/private/policy/connection-limits-intent';
import { ejectionIntent } from '../../../../lib/mesh/private/policy/outlier-ejection-intent';
import { policyProblems } from '../../../../lib/mesh/private/policy/policy-problems';
import type { TrafficPolicyIntent } from '../../../../lib/mesh/private/policy/traffic-policy-intent';
import { Weight } from '../../../../lib/mesh/weight';

const NEAREST = { locality: Locality.failover()._intent };
const EJECTING = { ejection: ejectionIntent({}, 'shop/web') };
const PASSTHROUGH = { balancing: LoadBalancing.passthrough()._intent };
const IGNORED = 'requests go to the nearest healthy instances, but no instance is ever marked as unhealthy, so the mesh ignores the locality. Use ejectOutliers(), or distribute the requests with Locality.distribute(...).';
const NO_CHOICE = 'requests go to the address that the caller wanted, so the mesh ignores the locality. Use another LoadBalancing, or Locality.ignored().';

interface Said {
  readonly service?: TrafficPolicyIntent;
  readonly v2?: TrafficPolicyIntent;
  readonly at?: Readonly<Record<number, TrafficPolicyIntent>>;
  readonly protocols?: readonly AppProtocol[];
  readonly host?: string;
}

/** The problems of a service with ports from 8080 on, and two versions. */
function problemsOf({ service, v2, at = {}, protocols = [AppProtocol.HTTP], host = 'web.shop.svc.cluster.local' }: Said): string[] {
  const ports = servicePorts(protocols.map((protocol, index) => ({ port: 8080 + index, protocol })), 'shop/web');
  const versions = [{ name: 'v1' }, { name: 'v2', policy: v2 }];
  return policyProblems({
    host,
    policy: service,
    ports: new Map(Object.entries(at).map(([port, policy]) => [Number(port), policy])),
    subsets: versions.map(({ name, policy }) => ({ name, labels: { version: name }, policy })),
  }, ports, 'shop/web');
}

test('nothing said is no problem', () => {
  expect(problemsOf({})).toEqual([]);
});

test.each([['failover', Locality.failover({ a: 'b' })], ['labels', Locality.byLabels('zone')]])('[F031] %s without ejection is ignored', (_, locality) => {
  expect(problemsOf({ service: { locality: locality._intent } })).toEqual([`shop/web: ${IGNORED}`]);
});

test.each([
  ['for the service', { service: { ...NEAREST, ...EJECTING } }],
  ['for a version', { v2: { ...NEAREST, ...EJECTING } }],
  ['for a port', { service: NEAREST, at: { 8080: EJECTING } }],
  ['for the service, when a version says the locality', { service: EJECTING, v2: NEAREST }],
  ['for a port, when a version says the locality', { at: { 8080: EJECTING }, v2: NEAREST }],
])('[F031] ejection may be said %s', (_, said) => {
  expect(problemsOf(said)).toEqual([]);
});

test('[F031] a locality without ejection is told of the port or the version where it is', () => {
  const protocols = [AppProtocol.HTTP, AppProtocol.TCP];
  expect(problemsOf({ service: NEAREST, at: { 8080: EJECTING }, protocols })).toEqual([`shop/web, port 8081: ${IGNORED}`]);
  expect(problemsOf({ v2: NEAREST })).toEqual([`shop/web, version "v2": ${IGNORED}`]);
  expect(problemsOf({ v2: NEAREST, at: { 8080: EJECTING }, protocols })).toEqual([`shop/web, port 8081, version "v2": ${IGNORED}`]);
});

test('what passes the mesh by is not looked at', () => {
  expect(problemsOf({ service: NEAREST, at: { 8080: EJECTING }, protocols: [AppProtocol.HTTP, AppProtocol.UDP] })).toEqual([]);
});

test('shares, and localities that are ignored, need no ejection', () => {
  const share = Locality.distribute({ callersIn: 'a', to: { a: Weight.percent(100) } });
  expect(problemsOf({ service: { locality: share._intent }, v2: { locality: Locality.ignored()._intent } })).toEqual([]);
});

test('[F026] a locality is ignored where the caller chooses the address', () => {
  expect(problemsOf({ service: { ...NEAREST, ...EJECTING }, v2: PASSTHROUGH })).toEqual([`shop/web, version "v2": ${NO_CHOICE}`]);
  expect(problemsOf({ service: { locality: Locality.ignored()._intent, ...PASSTHROUGH } })).toEqual([]);
});

test.each([AppProtocol.GRPC, AppProtocol.GRPC_WEB, AppProtocol.HTTP2])('[F030] streams can be limited where %s is spoken', protocol => {
  expect(problemsOf({ service: { limits: { maxConcurrentStreams: 10 } }, protocols: [protocol] })).toEqual([]);
});

test.each([AppProtocol.HTTP, AppProtocol.TCP])('[F030] a limit of streams is ignored where %s is spoken', protocol => {
  expect(problemsOf({ service: { limits: { maxConcurrentStreams: 10 } }, protocols: [protocol] })).toEqual([
    `shop/web: speaks ${protocol}, but the mesh limits streams only for HTTP/2 and gRPC. Leave maxConcurrentStreams out, or set it with traffic.onPort(...) for a port with protocol: AppProtocol.HTTP2 or AppProtocol.GRPC.`,
  ]);
});

test('[F030] only requests can be sent over HTTP/2', () => {
  const protocols = [AppProtocol.HTTP, AppProtocol.TLS];
  expect(problemsOf({ service: { limits: { upgradeToHttp2: true } }, protocols })).toEqual([
    'shop/web, port 8081: speaks tls, which cannot be sent over HTTP/2. Set upgradeToHttp2 with traffic.onPort(...), for the ports that speak HTTP.',
  ]);
  expect(problemsOf({ at: { 8080: { limits: { upgradeToHttp2: true } } }, protocols })).toEqual([]);
  expect(problemsOf({ service: { limits: { upgradeToHttp2: false } }, protocols })).toEqual([]);
});

test('[F029] how long connections last that are no HTTP is said for the whole service', () => {
  const [minute, hour] = [{ limits: { maxConnectionDuration: Duration.minutes(1) } }, { limits: { maxConnectionDuration: Duration.hours(1) } }];
  const protocols = [AppProtocol.TCP];
  const problem = 'speaks tcp, for which the mesh reads the duration of connections only from the settings of the whole service. Set the same maxConnectionDuration with traffic.limitConnections(...).';
  expect(problemsOf({ service: hour, protocols })).toEqual([]);
  expect(problemsOf({ service: hour, at: { 8080: minute }, protocols })).toEqual([`shop/web: ${problem}`]);
  expect(problemsOf({ service: hour, v2: { limits: { maxConnections: 1 } }, protocols })).toEqual([`shop/web, version "v2": ${problem}`]);
  expect(problemsOf({ service: hour, at: { 8080: minute }, v2: minute })).toEqual([]);
});

describe('[F026] a hash of what requests say', () => {
  const HASH = { balancing: LoadBalancing.hashHeader('x-user')._intent };
  const anywhere = (by: string, protocol: string): string => (
    `speaks ${protocol}, so the mesh sees no ${by} to hash, and sends connections at random. Use LoadBalancing.hashSourceIp(), or set protocol: AppProtocol.HTTP if the port speaks HTTP.`
  );

  test.each([
    ['header', AppProtocol.TCP, LoadBalancing.hashHeader('x-user')],
    ['cookie', AppProtocol.MYSQL, LoadBalancing.hashCookie('user')],
    ['query', AppProtocol.TLS, LoadBalancing.hashQuery('user')],
  ])('by %s is ignored where %s is spoken', (by, protocol, balancing) => {
    expect(problemsOf({ service: { balancing: balancing._intent }, protocols: [protocol] })).toEqual([`shop/web: ${anywhere(by, protocol)}`]);
  });

  test('may be said of a service with other ports, as long as one of them has requests', () => {
    const protocols = [AppProtocol.HTTP, AppProtocol.MYSQL];
    expect([problemsOf({ service: HASH, protocols }), problemsOf({ v2: HASH, protocols })]).toEqual([[], []]);
    expect(problemsOf({ at: { 8081: HASH }, protocols })).toEqual([`shop/web, port 8081: ${anywhere('header', 'mysql')}`]);
    expect(problemsOf({ service: HASH, at: { 8080: { balancing: LoadBalancing.random()._intent } }, protocols })).toEqual([`shop/web, port 8081: ${anywhere('header', 'mysql')}`]);
  });

  test('is one of addresses where there are no requests', () => {
    expect(problemsOf({ service: { balancing: LoadBalancing.hashSourceIp()._intent }, v2: HASH, protocols: [AppProtocol.TCP] })).toEqual([`shop/web, version "v2": ${anywhere('header', 'tcp')}`]);
  });
});

describe('[F029] limits of requests', () => {
  const nothing = (names: string): string => (
    `${names} nothing, because the mesh sees no requests. Set maxConnections, connectTimeout or maxConnectionDuration, or protocol: AppProtocol.HTTP if the port speaks HTTP.`
  );

  test('limit nothing where there are none', () => {
    const limits = { maxConnections: 10, maxRetries: 3 };
    expect(problemsOf({ service: { limits }, protocols: [AppProtocol.TCP] })).toEqual([`shop/web: speaks tcp, where ${nothing('maxRetries limits')}`]);
    expect(problemsOf({ at: { 8081: { limits: { ...limits, maxRequests: 1 } } }, protocols: [AppProtocol.HTTP, AppProtocol.REDIS] })).toEqual([
      `shop/web, port 8081: speaks redis, where ${nothing('maxRequests, maxRetries limit')}`,
    ]);
  });

  test('may be said of a service with other ports, and of connections that wait to be made', () => {
    expect(problemsOf({ service: { limits: { maxRetries: 3 } }, protocols: [AppProtocol.HTTP, AppProtocol.TCP] })).toEqual([]);
    expect(problemsOf({ service: { limits: { maxPendingRequests: 3 } }, protocols: [AppProtocol.TCP] })).toEqual([]);
  });

  test('are among the usual ones, which are for all protocols', () => {
    expect(problemsOf({ service: { limits: limitsIntent(USUAL_LIMITS, 'shop/web') }, protocols: [AppProtocol.TCP] })).toEqual([]);
  });
});

describe('[F033] the certificate of a server', () => {
  const FILES = { clientCertificate: '/c.pem', privateKey: '/k.pem' };
  const said = (tls: ClientTls): TrafficPolicyIntent => ({ tls: tls._intent });
  const unchecked = (mode: string): string => (
    `clientTls does not verify the certificate of the server. Use ClientTls.${mode}({ caCertificates: "/etc/client/ca.pem" }), or subjectAltNames if its certificate is for a public name.`
  );

  test('has to be told from others, of a service of the mesh', () => {
    expect(problemsOf({ service: said(ClientTls.simple()) })).toEqual([`shop/web: ${unchecked('simple')}`]);
    expect(problemsOf({ v2: said(ClientTls.mutual(FILES)) })).toEqual([`shop/web, version "v2": ${unchecked('mutual')}`]);
  });

  test.each([
    ['its authority', ClientTls.simple({ caCertificates: '/ca.pem' })],
    ['its names', ClientTls.mutual({ ...FILES, subjectAltNames: ['orders.example.com'] })],
    ['the name that is asked for', ClientTls.simple({ sni: 'orders.example.com' })],
    ['the mesh', ClientTls.mutualByMesh()],
  ])('is known by %s', (_, tls) => {
    expect(problemsOf({ service: said(tls) })).toEqual([]);
  });

  test('is that of the host of each request outside of the mesh, where there are requests', () => {
    const outside = { service: said(ClientTls.simple()), host: '*.example.com' };
    expect(problemsOf(outside)).toEqual([]);
    expect(problemsOf({ ...outside, protocols: [AppProtocol.TCP] })).toEqual([`shop/web: ${unchecked('simple')}`]);
  });
});
