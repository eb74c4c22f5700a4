import { capturedRangesCheck } from '../../../lib/inspect/checks/mesh/captured-ranges';
import { requestPrincipalCheck } from '../../../lib/inspect/checks/mesh/request-principal';
import { tokenOptionalCheck } from '../../../lib/inspect/checks/mesh/token-optional';
import { judge } from '../../support/judge';

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
const asking = (reach: Text): Text => object('security.istio.io/v1', 'AuthorizationPolicy', i => (
  `{${reach(i)}, rules: [{from: [{source: {requestPrincipals: [i${i}/x]}}], to: [{operation: {paths: [/p${i}]}}]}]}`
));
const open = (reach: Text): Text => i => asking(reach)(i).replace('name: ', 'name: open-').replace(/from: .*?\}\}\], /, '').replace('/p', '/q');
const alike: Text = () => 'selector: {matchLabels: {app: a}}';

describe('of many objects not each is compared with each', () => {
  test.each([
    { name: 'issuers of workloads', check: requestPrincipalCheck, texts: [own(() => ''), issuer(app), asking(app)] },
    { name: 'issuers of one workload', check: requestPrincipalCheck, texts: [deployment, issuer(alike), asking(alike)] },
    { name: 'tokens of workloads', check: tokenOptionalCheck, texts: [own(() => ''), asking(app), open(app)] },
    { name: 'tokens of one workload', check: tokenOptionalCheck, texts: [deployment, asking(alike), open(alike)] },
    {
      name: 'captured ranges',
      check: capturedRangesCheck,
      texts: [
        own(i => `annotations: {traffic.sidecar.istio.io/includeOutboundIPRanges: "240.0.0.0/8,10.${i >> 8}.${i & 255}.0/24"}`),
        object('networking.istio.io/v1', 'ServiceEntry', i => `{hosts: [h${i}.com], addresses: [240.0.${i >> 8}.${i & 255}]}`),
      ],
    },
  ])('$name', ({ check, texts }) => {
    const { findings, crashes } = judge(times(2000, ...texts).join('\n---\n'), { checks: [check] });

    expect([findings, crashes]).toEqual([[], []]);
  }, 10_000);
});
