import fc from 'fast-check';
import { readInput } from '../../lib/inspect/model/input';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { moduleText } from '../../lib/migrate/chart-plan';
import { importObjects } from '../../lib/migrate/import-objects';

const KINDS = [
  ['networking.istio.io/v1', 'VirtualService'], ['networking.istio.io/v1', 'DestinationRule'], ['security.istio.io/v1', 'AuthorizationPolicy'],
  ['security.istio.io/v1', 'PeerAuthentication'], ['v1', 'Service'], ['v1', 'Namespace'], ['apps/v1', 'Deployment'],
] as const;

/** What fields of these kinds are called, so that a mistake is made in the depth and not at the door. */
const KEYS = [
  'host', 'hosts', 'http', 'route', 'match', 'uri', 'exact', 'prefix', 'destination', 'subsets', 'subset', 'port', 'number', 'labels', 'name', 'trafficPolicy',
  'mtls', 'mode', 'selector', 'matchLabels', 'rules', 'from', 'source', 'principals', 'to', 'operation', 'paths', 'ports', 'portLevelMtls', '__proto__',
  'constructor', 'template', 'fault', 'delay', 'retries', 'timeout',
];

const { tree } = fc.letrec(tie => ({
  tree: fc.oneof({ maxDepth: 6 }, fc.constantFrom<unknown>('a.b.svc.cluster.local', '', 'STRICT', '1s', 0, -1.5, true, null), fc.array(tie('tree'), { maxLength: 2 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('tree')), { maxLength: 4 }).map(Object.fromEntries)),
}));

test('whatever stands where fields should: each object is in a chart, or refused', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...KINDS), tree), { maxLength: 4 }), specs => {
    const sources = specs.map(([[apiVersion, kind], spec], index) => (
      { value: { apiVersion, kind, metadata: { name: 'a', namespace: `b${index}` }, spec }, comments: [], place: () => ({ file: 'a.yaml', line: 1 }) }
    ));
    const { objects, refused } = importObjects(sources, { lift: true });
    expect(objects.length + refused.length).toBe(specs.length);
  }), { numRuns: 1500 });
});

test.each<[unknown]>([[null], ['text'], [7], [[]], [{ name: 'a', labels: null }], [{ name: 'a', namespace: 'b', labels: 'c' }], [{ name: ['a'] }]])('metadata %j', metadata => {
  const value = { apiVersion: 'v1', kind: 'Namespace', metadata };
  const { objects, refused } = importObjects([{ value, comments: [], place: () => ({ file: 'a.yaml', line: 1 }) }], { lift: true });
  expect(objects.length + refused.length).toBe(1);
});

test('what is nested without end is refused', () => {
  let spec: unknown = {};
  for (let depth = 0; depth < 5000; depth += 1) {
    spec = { spec };
  }
  const value = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'deep' }, spec };
  const { refused } = importObjects([{ value, comments: [], place: () => ({ file: 'a.yaml', line: 1 }) }], { lift: true });
  expect(refused.map(({ reason }) => reason)).toEqual(['it is nested more than 200 levels deep']);
});

test.each([['9007199254740993'], ['-9223372036854775808'], ['12345678901234567890'], ['0x7fffffffffffffff']])(
  '%s, which would be rendered as another number, is refused', number => {
    const { objects } = readInput([new SourceFile('a.yaml', `apiVersion: example.com/v1\nkind: Odd\nmetadata: {name: a}\nspec: {limits: [{most: ${number}}]}\n`)]);
    const imported = importObjects(objects.map(({ value }) => ({ value, comments: [], place: () => ({ file: 'a.yaml', line: 1 }) })), { lift: true });
    expect([imported.objects, imported.refused.map(({ reason }) => reason)]).toEqual([
      [], ['spec.limits[0].most is an integer beyond 2^53, which JavaScript cannot represent exactly: apply this object as it is'],
    ]);
  },
);

test.each([['9007199254740991'], ['-9007199254740991'], ['0.1'], ['1e+21']])('%s is kept as it is', number => {
  const { objects } = readInput([new SourceFile('a.yaml', `apiVersion: example.com/v1\nkind: Odd\nmetadata: {name: a}\nspec: {most: ${number}}\n`)]);
  const { charts } = importObjects(objects.map(({ value }) => ({ value, comments: [], place: () => ({ file: 'a.yaml', line: 1 }) })), { lift: true });
  expect(moduleText(charts)).toContain(`most: ${number} `);
});
