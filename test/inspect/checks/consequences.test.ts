import type { Check } from '../../../lib/inspect/checks/check';
import { defineCheck } from '../../../lib/inspect/checks/check';
import type { Rule } from '../../../lib/inspect/checks/rule';
import { schemaCheck } from '../../../lib/inspect/checks/schema-check';
import { formatPath } from '../../../lib/inspect/schema/format-path';
import type { ObjectPath } from '../../../lib/inspect/schema/violation';
import { found, judge, Judged } from '../../support/judge';
import { kube } from '../../support/kube';

/** Finds something at all these places of any object. */
function finding(code: string, ...paths: readonly ObjectPath[]): Check {
  const rule: Rule = { code, slug: 'follows', severity: 'warning', summary: 'Something.', aliases: [] };
  return defineCheck({ rules: [rule], judge: () => paths.map(path => ({ rule, path, message: 'something' })) });
}

const virtualService = (http: string): string => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders}
spec: {hosts: [orders], http: [${http}]}
`;
const port: ObjectPath = ['spec', 'http', 0, 'route', 0, 'destination', 'port'];
const wrongPort = virtualService('{route: [{destination: {host: orders, port: 8080}}]}');
const misspeltPort = virtualService('{route: [{destination: {host: orders, port: {numbr: 8080}}}]}');
const wrongWeight = virtualService('{route: [{weight: "50", destination: {host: orders}}]}');

/** What somebody says of an object as a whole, or of a place in it, in words. */
function saying(code: string, path: ObjectPath, message: string): Check {
  const rule: Rule = { code, slug: 'follows', severity: 'warning', summary: 'Something.', aliases: [] };
  return defineCheck({ rules: [rule], judge: () => [{ rule, path, message }] });
}

function places(yaml: string, check: Check, judged: Judged = {}): string[] {
  const { findings } = judge(yaml, { checks: [schemaCheck, check], ...judged });
  return findings.filter(({ rule }) => rule === 'follows').map(({ path = '' }) => path);
}

describe('what follows from a refused value', () => {
  test.each([
    ['at it', wrongPort, port],
    ['below it', wrongPort, [...port, 'number']],
    ['directly above it', wrongPort, port.slice(0, -1)],
    ['at the list that it is in', wrongWeight, ['spec', 'http', 0, 'route']],
    ['at the item that it is in', wrongWeight, ['spec', 'http', 0, 'route', 0]],
    ['above a misspelled name', virtualService('{timeot: 1s}'), ['spec', 'http', 0]],
    ['at the name that was meant', misspeltPort, [...port, 'number']],
    ['below the name that was meant', virtualService('{retris: {attempts: 1}}'), ['spec', 'http', 0, 'retries', 'retryOn']],
  ])('is not said %s', (_, yaml, path) => {
    expect(['IST0106', 'IST0133', 'MESH046'].flatMap(code => places(yaml, finding(code, path)))).toEqual([]);
  });

  test.each<[string, string, ObjectPath]>([
    ['beside it', wrongPort, [...port.slice(0, -1), 'host']],
    ['at what only begins like it', wrongPort, [...port.slice(0, -1), 'ports']],
    ['two steps above it', wrongPort, port.slice(0, -2)],
    ['above a name that nobody can guess', virtualService('{xyz: {}}'), ['spec', 'http', 0]],
    ['beside a misspelled name', misspeltPort, [...port, 'name']],
    ['at the name that was meant, where it stands, too', virtualService('{timeot: 1s, timeout: 1s}'), ['spec', 'http', 0, 'timeout']],
    ['above a value outside of its bounds', virtualService('{match: [{port: -1}]}'), ['spec', 'http', 0, 'match', 0]],
  ])('is something else %s', (_, yaml, path) => {
    expect(places(yaml, finding('IST0106', path))).toEqual([formatPath(path)]);
  });

  test.each<[string, ObjectPath, string, readonly string[]]>([
    ['of what a mapping lacks, which name what was meant', [...port, 'name'], 'there is neither name nor number', []],
    ['of what a mapping lacks, which are others', [...port, 'name'], 'there is no name of the numbers', [formatPath([...port, 'name'])]],
    ['of what a mapping has', [...port, 'numbr'], 'there is no number', []],
    ['of what is below it', [...port, 'name', 'first'], 'there is no number', [formatPath([...port, 'name', 'first'])]],
    ['of what stands beside it', [...port.slice(0, -1), 'host'], 'there is no number', [formatPath([...port.slice(0, -1), 'host'])]],
  ])('is told by its words: %s', (_, path, message, told) => {
    expect(places(misspeltPort, saying('IST0106', path, message))).toEqual(told);
  });

  test('is told by its words of what the mapping stands in, and not of what stands in it', () => {
    const gateway = mesh('networking.istio.io/v1', 'Gateway', '{servers: [{port: {name: x, numbr: 80}, hosts: [a.example.com]}]}');
    const server: ObjectPath = ['spec', 'servers', 0];
    const told = (message: string, ...path: ObjectPath): string[] => places(gateway, saying('MESH046', [...server, ...path], message));
    expect([told('it has no number'), told('it has no number', 'port')]).toEqual([[], []]);
    expect(told('x is a name without a number', 'port', 'name')).toEqual(['spec.servers[0].port.name']);
    expect(told('it has no numbers')).toEqual(['spec.servers[0]']);
    expect(told('it has no number', 'hosts')).toEqual(['spec.servers[0].hosts']);
    expect(places(gateway, saying('MESH046', ['spec'], 'some server has no number'))).toEqual(['spec']);
  });

  test('is said of another object, and by rules of other people', () => {
    expect(places(`${wrongPort}---\nkind: Other\napiVersion: a.example/v1\nmetadata: {name: other}\n`, finding('MESH046', port))).toEqual([formatPath(port)]);
    expect(places(wrongPort, finding('ACME001', port))).toEqual([formatPath(port)]);
  });

  test.each<[string, Judged]>([
    ['is not asked for', { filter: { only: ['IST0106'], skip: [] } }],
    ['is skipped', { filter: { only: [], skip: ['CRD002'] } }],
  ])('is said where the refusal %s', (_, judged) => {
    expect(places(wrongPort, finding('IST0106', port), judged)).toEqual([formatPath(port)]);
  });

  test('keeps what suppresses it', () => {
    const suppressed = wrongPort.replace('{name: orders}', '{name: orders, annotations: {cdk8s-mesh/suppress: "MESH046: on purpose"}}');
    const { findings, suppressed: hidden } = judge(suppressed, { checks: [schemaCheck, finding('MESH046', port)] });
    expect([findings.map(({ code }) => code), hidden]).toEqual([['CRD002'], 0]);
  });
});

describe('of an object whose version is none', () => {
  const noVersion = virtualService('{}').replace('/v1', '/v3');
  const place: ObjectPath = ['spec', 'http', 0];

  test('istiod hears nothing, and its webhook has nothing to say', () => {
    expect(['IST0106', 'IST0133'].flatMap(code => places(noVersion, finding(code, place)))).toEqual([]);
    expect(places(noVersion.replace('/v3', ''), finding('IST0106', place))).toEqual([]);
    expect(places(noVersion.replace('/v3', '/v1/v2'), finding('IST0106', place))).toEqual([]);
  });

  test('all else is said', () => {
    expect(['IST0101', 'MESH046'].flatMap(code => places(noVersion, finding(code, place)))).toEqual(['spec.http[0]', 'spec.http[0]']);
  });

  test('how much more there is of it is said', () => {
    expect(places(noVersion, finding('MESH049', []))).toEqual(['']);
  });

  test('the webhook speaks of it where nobody is told of the version', () => {
    expect(places(noVersion, finding('IST0106', place), { filter: { only: [], skip: ['CRD010'] } })).toEqual(['spec.http[0]']);
  });

  test('other objects find it, and are judged', () => {
    const gateway = mesh('networking.istio.io/v3', 'Gateway', '{selector: {istio: gw}}');
    const route = mesh('networking.istio.io/v1', 'VirtualService', '{hosts: [a.example.com], gateways: [orders], http: [{}]}');
    const namesOf = (yaml: string): string[] => found(yaml, { set: { complete: true } }).map(line => line.split(' | ')[0]);
    const isUnknown = 'IST0101 gateway-unknown';
    expect(namesOf(`${gateway}---${route}`)).toEqual(expect.arrayContaining(['CRD010 unknown-version', 'IST0106 http-without-action']));
    expect(namesOf(`${gateway}---${route}`)).not.toContain(isUnknown);
    expect(namesOf(route)).toContain(isUnknown);
  });
});

const mesh = (apiVersion: string, kind: string, spec: string): string => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: orders, namespace: shop}
spec: ${spec}
`;

test.each([
  ['a port that is a number', wrongPort, 'CRD002'],
  ['a misspelled policy', mesh('networking.istio.io/v1', 'DestinationRule', '{host: orders, trafficPolicy: {loadbalancer: {simple: RANDOM}}}'), 'CRD001'],
  ['misspelled routes', mesh('networking.istio.io/v1', 'VirtualService', '{hosts: [orders], htp: []}'), 'CRD001'],
  ['a destination that is a text', virtualService('{route: [{destination: orders}]}'), 'CRD002'],
  ['a weight in quotes', virtualService('{route: [{weight: "60", destination: {host: a}}, {weight: 40, destination: {host: b}}]}'), 'CRD002'],
  ['a match that is no list', virtualService('{match: {uri: {exact: /}}, route: [{destination: {host: a}}]}, {route: [{destination: {host: a}}]}'), 'CRD002'],
  ['a misspelled number of a port', misspeltPort, 'CRD001'],
  ['a misspelled number of a server', mesh('networking.istio.io/v1', 'Gateway',
    '{selector: {a: b}, servers: [{port: {numbr: 80, name: http, protocol: HTTP}, hosts: [a.example.com]}]}'), 'CRD001'],
  ['a misspelled credential', mesh('networking.istio.io/v1', 'Gateway',
    '{selector: {a: b}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, tls: {mode: SIMPLE, credentialNam: a}, hosts: [a.example.com]}]}'), 'CRD001'],
  ['a misspelled port of a backend, which a rule of the definition demands', mesh('gateway.networking.k8s.io/v1', 'HTTPRoute',
    '{parentRefs: [{group: example.com, kind: Mesh, name: a}], rules: [{backendRefs: [{name: orders, prt: 80}]}]}'), 'CRD001'],
  ['a misspelled name', virtualService('{redirect: {uri: /}}').replace('name:', 'nmae:'), 'CRD001'],
  ['misspelled metadata', virtualService('{redirect: {uri: /}}').replace('metadata', 'metadta'), 'CRD001'],
  ['a misspelled mode of TLS', mesh('networking.istio.io/v1', 'Gateway',
    '{selector: {a: b}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, tls: {moed: SIMPLE, serverCertificate: a}, hosts: [a.example.com]}]}'), 'CRD001'],
  ['a protocol that is a list', mesh('networking.istio.io/v1', 'Gateway',
    '{selector: {a: b}, servers: [{port: {number: 443, name: https, protocol: [HTTPS]}, tls: {mode: PASSTHROUGH}, hosts: [a.example.com]}]}'), 'CRD002'],
  ['a version that is none', virtualService('{}').replace('/v1', '/v3'), 'CRD010'],
  ['a policy that denies nobody', mesh('security.istio.io/v1', 'AuthorizationPolicy', '{action: DENY, rules: [{from: [{source: {}}]}]}'), 'IST0106'],
  ['a tag that is a text', mesh('telemetry.istio.io/v1', 'Telemetry', '{tracing: [{customTags: {a: {literal: prod}}}]}'), 'CRD002'],
])('one wrong value is one finding: %s', (_, yaml, code) => {
  expect(found(yaml).map(line => line.split(' ')[0])).toEqual([code]);
});

test.each<[string, string, string[]]>([
  ['a number and a host that is missing', virtualService('{route: [{destination: {port: {numbr: 80}}}]}'), [
    'CRD001 unknown-field | spec.http[0].route[0].destination.port.numbr', 'CRD003 required | spec.http[0].route[0].destination.host',
  ]],
  ['a protocol and a number that is missing', mesh('networking.istio.io/v1', 'Gateway',
    '{selector: {a: b}, servers: [{port: {name: http, protocl: HTTP}, hosts: [a.example.com]}]}'), [
    'CRD001 unknown-field | spec.servers[0].port.protocl', 'CRD003 required | spec.servers[0].port.number',
  ]],
  ['a port, and a rule of the definition about something else', mesh('gateway.networking.k8s.io/v1', 'HTTPRoute',
    '{parentRefs: [{group: example.com, kind: Mesh, name: a}], rules: [{backendRefs: [{name: orders, prt: 80}], filters: [{type: URLRewrite}]}]}'), [
    'CRD001 unknown-field | spec.rules[0].backendRefs[0].prt', 'CRD009 cel-rule | spec.rules[0].filters[0]',
  ]],
])('what is wrong beside a misspelled name is told, too: %s', (_, yaml, told) => {
  expect(found(yaml).map(line => line.split(' | ')).map(([name, , path]) => `${name} | ${path}`).sort()).toEqual(told);
});

test.each([
  ['a name', '{name: web, port: 80, prtocol: TCP}', 'the name "web" of port 80 declares no protocol'],
  ['no name', '{port: 80, prtocol: TCP}', 'port 80 has no name'],
])('a Service whose port misspells its protocol and has %s that says none has two defects', (_, written, message) => {
  expect(found(`apiVersion: v1\nkind: Service\nmetadata: {name: orders}\nspec: {selector: {a: b}, ports: [${written}]}\n`)).toEqual([
    'CRD001 unknown-field | Service shop/orders | spec.ports[0].prtocol | unknown field "prtocol" in ports[]',
    `IST0118 port-name | Service shop/orders | spec.ports[0].name | ${message}, so proxies guess it`,
  ]);
});

describe('a port of a Service whose number is a text', () => {
  const service = (ports: string): string => `apiVersion: v1\nkind: Service\nmetadata: {name: orders}\nspec: {ports: [${ports}]}\n`;
  const route = (number: number): string => `---${virtualService(`{route: [{destination: {host: orders, port: {number: ${number}}}}]}`)}`;
  const linesOf = (yaml: string): string[] => found(yaml).map(line => line.split(' | ').filter((_, part) => part !== 1).join(' | '));
  const wrongType = 'CRD002 type | spec.ports[0].port | port must be an integer, not "80"';

  test('is one finding: the number is meant', () => {
    expect(linesOf(service('{name: http, port: "80"}') + route(80))).toEqual([wrongType]);
  });

  test('hides nothing else: neither that it has no name, nor that another number is not there', () => {
    expect(linesOf(service('{port: "80"}') + route(81))).toEqual([
      wrongType,
      'IST0118 port-name | spec.ports[0].name | port 80 has no name, so proxies guess it',
      'IST0101 destination-port | spec.http[0].route[0].destination.port.number | orders has no port 81, only 80',
    ]);
  });

  test('says nothing of routes to it where no number is meant', () => {
    expect(linesOf(service('{port: web}') + route(81))).toEqual([
      'CRD002 type | spec.ports[0].port | port must be an integer, not "web"',
      'IST0118 port-name | spec.ports[0].name | a port without number has no name, so proxies guess it',
    ]);
  });
});

describe('what follows from a spec of another kind', () => {
  const gateway = 'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: edge}\nspec: {gatewayClassName: istio, listeners: []}\n';

  test('is what rules say of the spec, and not what they say of the name', () => {
    expect(places(gateway, finding('MESH000', ['spec'], ['spec', 'servers'], ['metadata', 'name']))).toEqual(['metadata.name']);
    expect(places(gateway, finding('ACME000', ['spec']))).toEqual(['spec']);
  });
});

describe('what the API server says of a place of a built-in kind', () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: orders}\nspec: {ports: [{port: 80}, {name: http, port: 81}]}\n';
  const name: ObjectPath = ['spec', 'ports', 0, 'name'];

  test('is not said once more by our rules or those of Istio', () => {
    expect(['IST0118', 'MESH021'].flatMap(code => places(service, finding(code, name)))).toEqual([]);
  });

  test('is said by whoever has rules of his own, and by others of other places', () => {
    expect(places(service, finding('ACME000', name))).toEqual(['spec.ports[0].name']);
    expect(places(service, finding('IST0118', ['spec', 'ports', 0], ['spec', 'ports', 1, 'name']))).toEqual(['spec.ports[0]', 'spec.ports[1].name']);
  });

  test('is said by others where nobody sees it', () => {
    expect(places(service, finding('IST0118', name), { filter: { only: [], skip: ['CRD003'] } })).toEqual(['spec.ports[0].name']);
  });
});

describe('a URL where a host stands is one finding, which says what to write', () => {
  const server = (host: string): string => `{selector: {a: b}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["${host}"]}]}`;
  const routes = (host: string, destination: string): string => `{hosts: ["${host}"], http: [{route: [{destination: {host: "${destination}"}}]}]}`;
  const web = 'web.shop.svc.cluster.local';

  test.each<[place: string, spec: string, url: string, host: string]>([
    ['IstioGateway spec.servers[0].hosts[0]', server('https://web.example.com'), 'https://web.example.com', 'web.example.com'],
    ['VirtualService spec.hosts[0]', routes('https://web.example.com/x', web), 'https://web.example.com/x', 'web.example.com'],
    ['VirtualService spec.http[0].route[0].destination.host', routes(web, 'http://api:80'), 'http://api:80', 'api'],
    ['DestinationRule spec.host', '{host: "http://api"}', 'http://api', 'api'],
    ['Sidecar spec.egress[0].hosts[0]', `{egress: [{hosts: ["http://${web}"]}]}`, `http://${web}`, `*/${web}`],
  ])('%s', (place, spec, url, host) => {
    const [kind, at] = place.split(' ');
    const { findings } = judge(kube(`${kind} shop/a`, spec));
    expect(findings.filter(({ path }) => path === at).map(({ message, repair, rule }) => [message, repair, rule])).toEqual([
      [`"${url}" is a URL, but only a host is allowed here`, `write ${host}`, 'wildcard-host-name'],
    ]);
  });
});

describe('one defect is one finding', () => {
  const codes = (yaml: string, ...only: readonly string[]): string[] => (
    judge(yaml, { filter: { only, skip: [] } }).findings.map(({ code, path, aliases }) => [code, path, ...aliases].join(' '))
  );

  test('a field that is indented too little leaves the mapping before it empty, of which nothing is said', () => {
    const policy = (source: string): string => kube('AuthorizationPolicy shop/a', `{rules: [{from: [{${source}, principals: ["*"]}]}]}`);
    expect(codes(policy('source:'), 'CRD', 'IST0106')).toEqual(['CRD001 spec.rules[0].from[0].principals MESH001']);
    expect(codes(policy('source: {}'), 'IST0106')).toEqual(['IST0106 spec.rules[0].from[0].source']);
    expect(codes(policy('source: {namespaces: [""]}'), 'CRD', 'IST0106')).toContain('IST0106 spec.rules[0].from[0].source.namespaces[0]');
  });

  test('a port that stands twice in a ServiceEntry is two ports of one number to the webhook, and two protocols to istioctl', () => {
    const entry = kube('ServiceEntry shop/a', '{hosts: [a.example.com], resolution: DNS, ports: [{number: 443, name: a, protocol: HTTPS}, {number: 443, name: b, protocol: TLS}]}');
    expect(codes(entry, 'CRD', 'IST')).toEqual(['IST0106 spec.ports[1].number CRD009 IST0177']);
  });

  test('a filter with the field of another type has the wrong type, and lacks no field', () => {
    const filters = (filter: string): string => kube('HTTPRoute shop/a', `{rules: [{filters: [${filter}]}]}`);
    const { findings } = judge(filters('{type: RequestHeaderModifier, requestRedirect: {scheme: https}}'), { filter: { only: ['CRD', 'MESH079'], skip: [] } });
    expect(findings.map(({ code, repair }) => [code, repair])).toEqual([['CRD009', 'write type: RequestRedirect, or remove requestRedirect']]);
    expect(codes(filters('{type: RequestRedirect}'), 'CRD')).toEqual(['CRD009 spec.rules[0].filters[0]']);
  });
});

describe('a value that has yet to be filled in is refused as it stands, and the repair says so', () => {
  test.each([
    ['VirtualService', '{hosts: ["shop.${DOMAIN}"], http: [{route: [{destination: {host: a, port: {number: "${PORT:=80}"}}}]}]}', [
      'substitute ${DOMAIN} first if it is a variable', 'substitute ${PORT:=80} first if it is a variable',
    ]],
    ['VirtualService', '{hosts: ["{{ .Values.host }}"], http: [{timeout: "{{ .Values.timeout }}", route: [{destination: {host: a}}]}]}', [
      'render the template first if this is one',
    ]],
    ['VirtualService', '{hosts: ["shop_a"], http: [{route: [{destination: {host: a}}]}]}', ['write a DNS name, or one with * as its first label']],
  ])('%s %s', (kind, spec, repairs) => {
    const { findings } = judge(kube(`${kind} shop/a`, spec), { filter: { only: ['CRD', 'IST0106'], skip: [] } });
    expect(new Set(findings.map(({ repair }) => repair))).toEqual(new Set(repairs));
  });
});
