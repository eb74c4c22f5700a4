import { isObject } from '../../../lib/inspect/is-object';
import { formatPath } from '../../../lib/inspect/schema/format-path';
import type { ObjectPath } from '../../../lib/inspect/schema/violation';
import { found } from '../../support/judge';

const objectOf = (apiVersion: string, kind: string, spec: object): object => ({ apiVersion, kind, metadata: { name: 'orders', namespace: 'shop' }, spec });

/** The paths of all keys below a value. */
function keysIn(value: unknown, path: ObjectPath = []): ObjectPath[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => keysIn(item, [...path, index]));
  }
  return isObject(value) ? Object.keys(value).flatMap(key => [[...path, key], ...keysIn(value[key], [...path, key])]) : [];
}

/** A value whose key at a path has its last letter twice. */
function misspelled(value: unknown, [step, ...rest]: ObjectPath): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === step ? misspelled(item, rest) : item));
  }
  return Object.fromEntries(Object.entries(value as object).map(([key, below]: [string, unknown]) => {
    const name = rest.length === 0 ? `${key}${key.at(-1)}` : key;
    return key === step ? [name, rest.length === 0 ? below : misspelled(below, rest)] : [key, below];
  }));
}

function codesIn(object: unknown, before: readonly string[]): string[] {
  return found(JSON.stringify(object)).filter(line => !before.includes(line)).map(line => line.split(' ')[0]).sort();
}

/** What is no name of a field. */
const LABEL = 'app';

const OBJECTS: Readonly<Record<string, object>> = {
  'a route': objectOf('networking.istio.io/v1', 'VirtualService', {
    hosts: ['orders'],
    http: [
      {
        match: [{ uri: { prefix: '/a' }, method: { exact: 'GET' } }],
        route: [{ destination: { host: 'orders', port: { number: 80 } }, weight: 90 }, { destination: { host: 'basket' }, weight: 10 }],
        timeout: '5s',
        retries: { attempts: 2, perTryTimeout: '1s', retryOn: 'connect-failure' },
        fault: { delay: { fixedDelay: '1s', percentage: { value: 5 } } },
      },
    ],
  }),
  'a server': objectOf('networking.istio.io/v1', 'Gateway', {
    selector: { app: 'edge' },
    servers: [{ port: { number: 8443, name: 'https', protocol: 'HTTPS' }, tls: { mode: 'SIMPLE', serverCertificate: '/a', privateKey: '/b' }, hosts: ['a.example.com'] }],
  }),
  'a backend': objectOf('gateway.networking.k8s.io/v1', 'HTTPRoute', {
    rules: [{ backendRefs: [{ name: 'orders', port: 80 }], filters: [{ type: 'RequestRedirect', requestRedirect: { statusCode: 301 } }] }],
  }),
  'a policy': objectOf('security.istio.io/v1', 'AuthorizationPolicy', {
    selector: { matchLabels: { app: 'orders' } },
    action: 'DENY',
    rules: [{ from: [{ source: { notNamespaces: ['shop'] } }], to: [{ operation: { ports: ['80'] } }], when: [{ key: 'source.ip', notValues: ['10.0.0.1'] }] }],
  }),
};

/** What is told beside it, of another field that stands there and may be wrong itself, by the path of the name. */
const BESIDE: Readonly<Record<string, string>> = {
  'spec.http[0].retries.retryOn': 'MESH100',
  'spec.http[0].fault.delay.percentage.value': 'MESH054',
};

test.each(Object.entries(OBJECTS))('whatever name is misspelled in %s, it is one finding', (_, object) => {
  const before = found(JSON.stringify(object));
  const paths = keysIn(object).filter(path => path[0] === 'spec' && path.length > 1 && path.at(-1) !== LABEL);
  const told = paths.map(path => [formatPath(path), codesIn(misspelled(object, path), before)]);
  expect(told).toEqual(paths.map(formatPath).map(path => [path, ['CRD001', BESIDE[path]].filter(code => code !== undefined)]));
});

const SLIPS: ReadonlyArray<readonly [slip: string, object: object]> = [
  ['labels of a selector under another name', objectOf('extensions.istio.io/v1alpha1', 'WasmPlugin', { url: 'oci://a/b:1', selector: { matchLabel: { app: 'a' } } })],
  ['a selector in the form of other kinds', objectOf('networking.istio.io/v1alpha3', 'EnvoyFilter', { workloadSelector: { matchLabels: { app: 'a' } }, configPatches: [] })],
  ['what stands a level too deep', objectOf('security.istio.io/v1', 'AuthorizationPolicy', {
    rules: [{ from: [{ source: { namespaces: ['a'] } }, { to: [{ operation: { ports: ['80'] } }] }] }],
  })],
];

test.each(SLIPS)('%s: one finding', (_, object) => {
  const internal = 'IST0133 envoy-filter-internal';
  expect(found(JSON.stringify(object)).filter(line => !line.startsWith(internal)).map(line => line.split(' ')[0])).toEqual(['CRD001']);
});
