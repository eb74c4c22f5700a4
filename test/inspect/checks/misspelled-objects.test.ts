import { found } from '../../support/judge';

const metadata = { name: 'orders', namespace: 'shop' };
const labels = { app: 'orders' };
const host = 'orders.shop.svc.cluster.local';

const container = { name: 'app', image: 'orders:1.0.0', resources: { requests: { cpu: '1', memory: '1Gi' } }, readinessProbe: { tcpSocket: { port: 80 } } };

/** Objects that name each other, by kind and name, by host or by labels. */
const OBJECTS = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'istio-injection': 'enabled' } } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
  { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels, ports: [{ name: 'http', port: 80 }] } },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { serviceAccountName: 'orders', containers: [container] } } },
  },
  { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata, spec: { host, subsets: [{ name: 'v1', labels: {} }] } },
  {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata,
    spec: { selector: { istio: 'ingressgateway' }, servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts: ['a.example.com'] }] },
  },
  {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata,
    spec: { hosts: ['a.example.com'], gateways: ['orders'], http: [{ name: 'all', route: [{ destination: { host, subset: 'v1', port: { number: 80 } } }] }] },
  },
  {
    apiVersion: 'security.istio.io/v1',
    kind: 'AuthorizationPolicy',
    metadata,
    spec: { selector: { matchLabels: labels }, rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/orders'] } }] }] },
  },
] as const;

type KnownObject = (typeof OBJECTS)[number];

function codesWith(index: number, changed: object): string[] {
  const objects: object[] = [...OBJECTS];
  objects[index] = changed;
  return found(objects.map(object => JSON.stringify(object)).join('\n---\n')).map(line => line.split(' ')[0]);
}

const inMetadata = (object: KnownObject, from: string, to: string): object => (
  { ...object, metadata: Object.fromEntries(Object.entries(object.metadata).map(([key, value]) => [key === from ? to : key, value])) }
);

/** What may be wrong with how an object says who it is, and the code of it. */
const SLIPS: ReadonlyArray<readonly [slip: string, code: string, change: (object: KnownObject) => object]> = [
  ['a kind without a letter', 'CRD010', object => ({ ...object, kind: object.kind.slice(0, -2) + object.kind.at(-1) })],
  ['a kind in lower case', 'CRD010', object => ({ ...object, kind: object.kind.toLowerCase() })],
  ['a kind in the plural', 'CRD010', object => ({ ...object, kind: `${object.kind}s` })],
  ['a version that is none', 'CRD010', object => ({ ...object, apiVersion: `${object.apiVersion}1` })],
  // A Gateway is a kind of two groups: nobody knows which one is meant in a third.
  ['the group of others', 'CRD010', object => (object.kind === 'Gateway' ? { ...object, apiVersion: 'networking.istio/v1' } : { ...object, apiVersion: 'batch/v1' })],
  ['a misspelled name of its name', 'CRD001', object => inMetadata(object, 'name', 'nam')],
];

test('the objects are right as they are', () => {
  expect(codesWith(0, OBJECTS[0])).toEqual([]);
});

test.each(SLIPS)('%s is one finding, and costs nobody the object who names it', (_, code, change) => {
  expect(OBJECTS.map((object, index) => [object.kind, ...codesWith(index, change(object))])).toEqual(OBJECTS.map(({ kind }) => [kind, code]));
});

test('a misspelled name of its namespace is one finding too', () => {
  const namespaced = OBJECTS.map((object, index) => ({ object, index })).filter(({ object }) => 'namespace' in object.metadata);
  expect(namespaced.map(({ object, index }) => codesWith(index, inMetadata(object, 'namespace', 'namspace')))).toEqual(namespaced.map(() => ['CRD001']));
});

test('a misspelled host of a DestinationRule is one finding too', () => {
  const index = OBJECTS.findIndex(({ kind }) => kind === 'DestinationRule');
  expect(codesWith(index, { ...OBJECTS[index], spec: { hots: host, subsets: [{ name: 'v1', labels: {} }] } })).toEqual(['CRD001']);
});
