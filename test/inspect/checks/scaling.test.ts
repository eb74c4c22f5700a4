import { allChecks } from '../../../lib/inspect/checks/all-checks';
import type { Check } from '../../../lib/inspect/checks/check';
import { unknownMeshConfigFieldCheck } from '../../../lib/inspect/checks/mesh/unknown-mesh-config-field';
import { schemaCheck } from '../../../lib/inspect/checks/schema-check';
import { SourceFile } from '../../../lib/inspect/model/source-file';
import { judge, judgeFiles } from '../../support/judge';

interface Scenario {
  readonly name: string;
  readonly objects: (n: number) => readonly string[];
}

type Text = (i: number) => string;

function object(apiVersion: string, kind: string, spec: Text): Text {
  return i => `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: ${kind.toLowerCase()}-${i}, namespace: n}, spec: ${spec(i)}}`;
}

const pod: Text = i => `{apiVersion: v1, kind: Pod, metadata: {name: p${i}, namespace: n, labels: {app: a}}, spec: {containers: [{name: istio-proxy, image: "a:1"}]}}`;
const service = object('v1', 'Service', () => '{selector: {app: a}, ports: [{name: http, port: 80}]}');
const deployment = object('apps/v1', 'Deployment', () => (
  '{selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: "a:1", ports: [{containerPort: 80}]}]}}}'
));
const gateway = (server: Text): Text => object('networking.istio.io/v1', 'Gateway', i => `{selector: {istio: ingress}, servers: [${server(i)}]}`);
const virtualService = (hosts: Text, more = ''): Text => object('networking.istio.io/v1', 'VirtualService', i => (
  `{hosts: [${hosts(i)}], ${more} http: [{route: [{destination: {host: service-0, port: {number: 80}}}]}]}`
));
const policy = (kind: string, rest: Text): Text => object('security.istio.io/v1', kind, i => `{selector: {matchLabels: {app: a}}, ${rest(i)}}`);

function times(n: number, ...texts: readonly Text[]): string[] {
  return texts.flatMap(text => Array.from({ length: n }, (_, i) => text(i)));
}

const SCENARIOS: readonly Scenario[] = [
  { name: 'Gateways with one certificate', objects: n => times(n, gateway(i => `{hosts: [h${i}.com], port: {number: 443, name: x, protocol: HTTPS}, tls: {mode: SIMPLE, credentialName: c}}`)) },
  { name: 'Gateways of one host', objects: n => times(n, gateway(() => '{hosts: [h.com], port: {number: 80, name: x, protocol: HTTP}}')) },
  { name: 'Telemetries of the same pods', objects: n => times(n, pod, object('telemetry.istio.io/v1', 'Telemetry', () => '{selector: {matchLabels: {app: a}}, accessLogging: [{disabled: true}]}')) },
  { name: 'Sidecars of the same pods', objects: n => times(n, pod, object('networking.istio.io/v1', 'Sidecar', () => '{workloadSelector: {labels: {app: a}}, egress: [{hosts: ["./*"]}]}')) },
  { name: 'Sidecars without selector', objects: n => times(n, object('networking.istio.io/v1', 'Sidecar', () => '{egress: [{hosts: ["./*"]}]}')) },
  { name: 'VirtualServices of one host', objects: n => [service(0), ...times(n, virtualService(() => 'service-0'))] },
  {
    name: 'VirtualServices of one Gateway',
    objects: n => [
      service(0),
      gateway(() => `{hosts: [${Array.from({ length: n }, (_, i) => `h${i}.com`).join(', ')}], port: {number: 80, name: x, protocol: HTTP}}`)(0),
      ...times(n, virtualService(i => `h${i}.com`, 'gateways: [gateway-0],')),
    ],
  },
  {
    name: 'DestinationRules of strict pods',
    objects: n => times(n, service, deployment, policy('PeerAuthentication', () => 'mtls: {mode: STRICT}'),
      object('networking.istio.io/v1', 'DestinationRule', i => `{host: service-${i}, trafficPolicy: {tls: {mode: DISABLE}}}`)),
  },
  { name: 'ports of PeerAuthentications', objects: n => times(n, service, deployment, policy('PeerAuthentication', () => 'portLevelMtls: {8080: {mode: STRICT}}')) },
  {
    name: 'ports of AuthorizationPolicies',
    objects: n => times(n, service, deployment, policy('AuthorizationPolicy', () => 'rules: [{to: [{operation: {ports: ["80"], paths: ["/a"]}}]}]')),
  },
  {
    name: 'issuers of AuthorizationPolicies',
    objects: n => times(n, policy('RequestAuthentication', i => `jwtRules: [{issuer: i${i}, jwksUri: "https://a.b/c"}]`),
      policy('AuthorizationPolicy', () => 'rules: [{from: [{source: {requestPrincipals: [z/x]}}]}]')),
  },
];

function bytesOfFindings(objects: readonly string[]): number {
  return JSON.stringify(judge(objects.join('\n---\n')).findings).length;
}

describe('what is found of many objects that meet', () => {
  test.each(SCENARIOS)('$name: the output grows with the input', ({ objects }) => {
    const [few, lots] = [20, 80].map(n => bytesOfFindings(objects(n)));

    expect(lots).toBeLessThan(few * 5);
  });
});

const app: Text = i => `selector: {matchLabels: {app: a${i}}}`;
const own = (more: Text): Text => object('apps/v1', 'Deployment', i => (
  `{${app(i)}, template: {metadata: {labels: {app: a${i}}, ${more(i)}}, spec: {containers: [{name: c, image: "a:1"}]}}}`
));
const issuer = (reach: Text): Text => object('security.istio.io/v1', 'RequestAuthentication', i => `{${reach(i)}, jwtRules: [{issuer: i${i}, jwksUri: "https://a.b/c"}]}`);
const inEmpty = (reach: Text): Text => i => issuer(reach)(i).replace('name: ', 'name: empty-').replace(/, jwtRules: .*?\]/, '');
const asking = (reach: Text): Text => object('security.istio.io/v1', 'AuthorizationPolicy', i => (
  `{${reach(i)}, rules: [{from: [{source: {requestPrincipals: [i${i}/x]}}], to: [{operation: {paths: [/p${i}]}}]}]}`
));
const open = (reach: Text): Text => i => asking(reach)(i).replace('name: ', 'name: open-').replace(/from: .*?\}\}\], /, '').replace('/p', '/q');
const alike: Text = () => 'selector: {matchLabels: {app: a}}';

const inOwn = (text: Text, namespace: Text): Text => i => text(i).replace('namespace: n', `namespace: ${namespace(i)}`);
const destinationRule = (spec: Text): Text => object('networking.istio.io/v1', 'DestinationRule', spec);
const serviceEntry = (spec: Text): Text => object('networking.istio.io/v1', 'ServiceEntry', spec);

const MEETINGS: readonly Scenario[] = [
  ...SCENARIOS,
  { name: 'Telemetries without selector', objects: n => times(n, object('telemetry.istio.io/v1', 'Telemetry', () => '{accessLogging: [{disabled: true}]}')) },
  { name: 'Gateways of one port', objects: n => times(n, gateway(i => `{hosts: [h${i}.com], port: {number: 80, name: x, protocol: HTTP}}`)) },
  { name: 'issuers of workloads', objects: n => times(n, own(() => ''), issuer(app), asking(app)) },
  { name: 'issuers of one workload', objects: n => times(n, deployment, issuer(alike), asking(alike)) },
  { name: 'tokens of workloads', objects: n => times(n, own(() => ''), asking(app), open(app)) },
  { name: 'tokens of one workload', objects: n => times(n, deployment, asking(alike), open(alike)) },
  { name: 'RequestAuthentications without rules', objects: n => times(n, issuer(app), inEmpty(app)) },
  {
    name: 'captured ranges',
    objects: n => times(n, own(i => `annotations: {traffic.sidecar.istio.io/includeOutboundIPRanges: "240.0.0.0/8,10.${i >> 8}.${i & 255}.0/24"}`),
      serviceEntry(i => `{hosts: [h${i}.com], addresses: [240.0.${i >> 8}.${i & 255}]}`)),
  },
  {
    name: 'subsets of one Service',
    objects: n => [service(0), ...times(n, deployment, destinationRule(i => `{host: service-0, subsets: [{name: q${i}, labels: {v: "${i}"}}]}`))],
  },
  {
    name: 'rules for many hosts',
    objects: n => times(n, destinationRule(i => `{host: "*.h${i}.com", trafficPolicy: {outlierDetection: {consecutive5xxErrors: 5}}}`),
      i => destinationRule(() => `{host: a.g${i}.com}`)(i).replace('name: ', 'name: one-')),
  },
  {
    name: 'ServiceMonitors of all Services',
    objects: n => times(n, service, deployment, object('monitoring.coreos.com/v1', 'ServiceMonitor', () => '{selector: {}, endpoints: [{port: nope}]}')),
  },
  {
    name: 'entries of one host, in many namespaces',
    objects: n => times(n,
      inOwn(serviceEntry(() => '{hosts: [a.com], resolution: NONE, exportTo: ["."], ports: [{number: 443, name: tls, protocol: TLS}]}'), i => `n${i}`),
      inOwn(serviceEntry(() => '{hosts: [a.com], resolution: NONE, ports: [{number: 443, name: tls, protocol: TLS}]}'), i => `m${i}`)),
  },
  {
    name: 'Services and pods of one label, with ports by name',
    objects: n => times(n, object('v1', 'Service', () => '{selector: {app: a}, ports: [{name: http, port: 80, targetPort: http}]}'), deployment),
  },
  {
    name: 'a short host that many namespaces have',
    objects: n => times(n, inOwn(i => service(i).replace(/service-\d+/, 'coll'), i => `n${i}`),
      object('networking.istio.io/v1', 'VirtualService', () => '{hosts: [coll], http: [{route: [{destination: {host: coll}}]}]}')),
  },
];

/** The milliseconds that each check takes; what is done besides counts for the last one. */
function timesOf(checks: readonly Check[], objects: readonly string[]): number[] {
  const spent = checks.map(() => 0);
  const timed = checks.map((check, index): Check => ({
    ...check,
    judge: (...asked) => {
      const begin = performance.now();
      const said = [...check.judge(...asked)];
      spent[index] += performance.now() - begin;
      return said;
    },
  }));
  const begin = performance.now();
  judgeFiles([new SourceFile('shop.yaml', objects.join('\n---\n'))], { checks: timed });
  const besides = performance.now() - begin - spent.reduce((one, other) => one + other, 0);
  return spent.map((time, index) => (index === spent.length - 1 ? time + besides : time));
}

const ASKED = allChecks.filter(check => check !== schemaCheck && check.onRequest !== true);
const OBJECTS = 500;
const GROWTH = 4;
/** The milliseconds of a pause for which a check can do nothing, and too few for thousands of objects to be compared with each other. */
const PAUSE = 150;

/** The checks that take more than twice as long for an object where there are four times as many; who was held up is asked again. */
function slowed({ objects }: Pick<Scenario, 'objects'>, checks = ASKED, attempts = 5): readonly Check[] {
  const [few, lots] = [OBJECTS, OBJECTS * GROWTH].map(n => timesOf(checks, objects(n)));
  const slow = checks.filter((_, index) => lots[index] > 2 * GROWTH * few[index] + PAUSE);
  return slow.length === 0 || attempts === 1 ? slow : slowed({ objects }, slow, attempts - 1);
}

describe('of many objects not each is compared with each', () => {
  test.each(MEETINGS)('$name', scenario => {
    expect(slowed(scenario).map(({ rules: [{ slug }] }) => slug)).toEqual([]);
  }, 60_000);

  test.each([
    ['places of a List', 16, (i: number) => `kind: Service\n  apiVersion: v1\n  metadata: {name: a${i}}\n  spec: {selectr: a}\n`],
    ['places within texts of a List', 2, (i: number) => (
      `kind: Pod\n  apiVersion: v1\n  metadata:\n    name: a${i}\n    annotations:\n      proxy.istio.io/config: |\n        concurency: 2\n  spec: {containers: [{name: a}]}\n`
    )],
  ])('%s', (_, factor, item) => {
    const objects = (n: number): string[] => [`kind: List\napiVersion: v1\nitems:\n${Array.from({ length: n * factor }, (__, i) => `- ${item(i)}`).join('')}`];

    expect(slowed({ objects }, [unknownMeshConfigFieldCheck, schemaCheck])).toEqual([]);
  }, 60_000);

  test('unknown keys of one object', () => {
    const objects = (n: number): string[] => [
      `{apiVersion: v1, kind: Service, metadata: {name: a, namespace: n}, spec: {${Array.from({ length: n }, (_, i) => `selectr${i}: a`).join(', ')}}}`,
    ];

    expect(slowed({ objects }, [schemaCheck])).toEqual([]);
  }, 60_000);
});

test('a check that compares each object with each is seen', () => {
  const pairs: Check = {
    rules: ASKED[0].rules,
    kinds: ['Service'],
    * judge({ name }, { set }) {
      yield* set.of('Service').filter(({ spec }) => spec.at('selector', 'app').text === name).map(() => ({ undecided: ASKED[0].rules[0], unknown: name }));
    },
  };

  expect(slowed({ objects: n => times(n, service) }, [pairs], 1)).toEqual([pairs]);
}, 60_000);
