import { violations } from '../../../../lib/inspect/schema/violations';
import { asLine, judgeThing, schemas } from '../../../support/thing-kind';

const judge = (object: object): readonly string[] => violations(object, { schemas }).map(asLine);

test('a name that is nearly that of a sibling is taken for a slip', () => {
  expect(judge({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec: { host: ['a'] } })).toEqual([
    'spec.host: unknown-field: unknown field "host" in spec; did you mean "hosts"?',
  ]);
});

test('a name that is right elsewhere is pointed there', () => {
  const spec = { hosts: ['a'], timeout: '5s', retries: { attempts: 3 } };
  expect(judge({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec })).toEqual([
    'spec.retries: unknown-field: unknown field "retries" in spec; did you mean "spec.http[].retries"?',
    'spec.timeout: unknown-field: unknown field "timeout" in spec; did you mean "spec.http[].timeout"?',
  ]);
});

test('letter case, hyphens and underscores come first: here, and then elsewhere', () => {
  const judgeSpec = (spec: object): readonly string[] => judge({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec });
  expect(judgeSpec({ hosts: ['a'], timeOut: '5s' })).toEqual([
    'spec.timeOut: unknown-field: unknown field "timeOut" in spec; did you mean "spec.http[].timeout"?',
  ]);
  expect(judgeSpec({ hosts: ['a'], http: [{ per_try_timeout: '5s', Time_Out: '5s' }] })).toEqual([
    'spec.http[0].Time_Out: unknown-field: unknown field "Time_Out" in http[]; did you mean "timeout"?',
    'spec.http[0].per_try_timeout: unknown-field: unknown field "per_try_timeout" in http[]; did you mean "spec.http[].retries.perTryTimeout"?',
  ]);
  expect(judgeThing({ type: 'object', properties: { ports: { type: 'string' }, port: { type: 'string' } } }, { port_s: 'a' })).toEqual([
    'spec.port_s: unknown-field: unknown field "port_s" in spec; did you mean "ports"?',
  ]);
  expect(judge({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' }, match_labels: { a: 'b' }, spec: { selector: {}, template: {} } })).toEqual([
    'match_labels: unknown-field: unknown field "match_labels" in Deployment; did you mean "spec.selector.matchLabels"?',
  ]);
});

test('the name as it is written comes before one that is spelled alike', () => {
  const properties = { a: { type: 'object', properties: { time_out: { type: 'string' } } }, b: { type: 'object', properties: { timeOut: { type: 'string' } } } };
  expect(judgeThing({ type: 'object', properties }, { timeOut: '1s' })).toEqual(['spec.timeOut: unknown-field: unknown field "timeOut" in spec; did you mean "spec.b.timeOut"?']);
});

test('only fields beside it are guesses that something may follow from', () => {
  const spec = { hosts: ['a'], http: [{ timeot: '5s' }], tcpp: 1, timeout: '5s', xyz: 1 };
  const found = violations({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec }, { schemas });
  expect(found.map(({ path, guesses }) => [path.at(-1), guesses])).toEqual([['timeot', ['timeout']], ['tcpp', ['tcp']], ['timeout', undefined], ['xyz', undefined]]);
});

test('of several places all are told that take the value, those first that are written already', () => {
  const judgeHttp = (...http: readonly object[]): readonly string[] =>
    judge({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec: { hosts: ['a'], http } });
  const route = [{ destination: { host: 'a' } }];
  expect(judgeHttp({ subset: 'v1', route })).toEqual([
    'spec.http[0].subset: unknown-field: unknown field "subset" in http[]; did you mean "spec.http[].route[].destination.subset"?',
  ]);
  expect(judgeHttp({ destination: { host: 'a' } })).toEqual([
    'spec.http[0].destination: unknown-field: unknown field "destination" in http[]; '
    + 'did you mean "spec.http[].mirrors[].destination" or "spec.http[].route[].destination"?',
  ]);
  expect(judgeHttp({ uri: { prefix: '/a' }, route })).toEqual([
    'spec.http[0].uri: unknown-field: unknown field "uri" in http[]; did you mean "spec.http[].match[].uri"?',
  ]);
  expect(judgeHttp({ match: [{ prefix: '/x' }], route })).toEqual([
    'spec.http[0].match[0].prefix: unknown-field: unknown field "prefix" in match[]; did you mean "spec.http[].match[].authority.prefix", '
    + '"spec.http[].match[].method.prefix", "spec.http[].match[].scheme.prefix" or "spec.http[].match[].uri.prefix"?',
  ]);
});

test('a place whose field does not take the value is not told', () => {
  const spec = { host: 'a', subsets: [{ name: 'v1', version: 'v1' }] };
  expect(judge({ apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'a' }, spec })).toEqual([
    'spec.subsets[0].version: unknown-field: unknown field "version" in subsets[] (labels, name, trafficPolicy)',
  ]);
});

test('what has a single field is there for that one, and not for a name that is right elsewhere', () => {
  const destination = { host: 'a', port: { name: 'http' } };
  expect(judge({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec: { hosts: ['a'], http: [{ route: [{ destination }] }] } })).toEqual([
    'spec.http[0].route[0].destination.port.name: unknown-field: unknown field "name" in port (number)',
  ]);
});

test('a part of a name here comes before the same name elsewhere', () => {
  const volumes = [{ name: 'a', secret: { name: 'b' } }];
  expect(judge({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a' }], volumes } })).toEqual([
    'spec.volumes[0].secret.name: unknown-field: unknown field "name" in secret; did you mean "secretName"?',
  ]);
});

test('the place may be nearer to the root', () => {
  const routes = [{ name: 'a', condition: { method: 'GET' }, retryBudget: { ttl: '1s' } }];
  expect(judge({ apiVersion: 'linkerd.io/v1alpha2', kind: 'ServiceProfile', metadata: { name: 'a' }, spec: { routes } })).toEqual([
    'spec.routes[0].retryBudget: unknown-field: unknown field "retryBudget" in routes[]; '
    + 'did you mean "spec.retryBudget"?',
  ]);
});

test('an unknown field of the object names the fields that every object has', () => {
  expect(judge({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, Data: {}, labels: {} })).toEqual([
    'Data: unknown-field: unknown field "Data" in ConfigMap; did you mean "data"?',
    'labels: unknown-field: unknown field "labels" in ConfigMap; did you mean "metadata.labels"?',
  ]);
});

test('a long list of fields is left out, and so is a guess where there is none', () => {
  const properties = Object.fromEntries(Array.from({ length: 17 }, (_, place) => [`field${place}`, { type: 'string' }]));
  expect(judgeThing({ type: 'object', properties }, { another: 1 })).toEqual(['spec.another: unknown-field: unknown field "another" in spec']);
  expect(judgeThing({ type: 'object' }, { another: 1 })).toEqual(['spec.another: unknown-field: unknown field "another" in spec']);
});

test('where very much is wrong, nobody guesses what the rest may have meant', () => {
  const spec = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`hosts${(360 + index).toString(36)}`, ['a']]));
  const lines = judge({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec });
  expect([lines.length, lines.filter(line => line.includes('did you mean')).length]).toEqual([150, 100]);
});

test.each([
  [{ '\u200bhosts': ['a'] }, '\u200bhosts', 'remove the invisible characters: "hosts"', ['hosts']],
  [{ '\u00a0\u00a0xyz': 1 }, '\u00a0\u00a0xyz', 'remove the invisible characters, or write plain spaces', undefined],
  [{ '-hosts': 1 }, '-hosts', 'put a space after the hyphen', undefined],
  [{ '-a': 1 }, '-a', 'put a space after the hyphen', undefined],
  [{ 'hosts:a': null }, 'hosts:a', 'put a space after the colon', ['hosts']],
])('a name that is none because of how it is written: %j', (spec, key, repair, guesses) => {
  const found = violations({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec: { hosts: ['a'], ...spec } }, { schemas });
  expect(found.map(violation => [violation.path, violation.kind, violation.repair, violation.guesses])).toEqual([[['spec', key], 'unknown-field', repair, guesses]]);
});

test('a colon in a name that has a value, or begins with no field, is not told of', () => {
  const repairs = violations({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec: { 'hosts': ['a'], 'hosts:a': 'b', 'xyz:a': null } }, { schemas });
  expect(repairs.map(({ path, repair }) => [path.at(-1), repair])).toEqual([['hosts:a', 'did you mean "hosts"?'], ['xyz:a', undefined]]);
});
