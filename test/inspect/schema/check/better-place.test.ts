import { placesAround, placesBelow } from '../../../../lib/inspect/schema/check/better-place';
import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { METADATA, SchemaNode } from '../../../../lib/inspect/schema/node';
import { ObjectPath } from '../../../../lib/inspect/schema/violation';

const TEXT = 0;

interface Table {
  readonly nodes: readonly SchemaNode[];
  readonly object?: unknown;
  /** the nodes that take the value, all by default */
  readonly taking?: readonly number[];
}

function places({ nodes, object = {}, taking }: Table, path: ObjectPath, key: string): readonly string[] {
  const metadata = { root: 1, nodes: [{ t: 's' }, { t: 'o', p: { labels: 0 } }] as const };
  const fits = (value: unknown, index: number): boolean => value === 'x' && taking?.includes(index) !== false;
  const context = { findings: new Findings(), object, nodes, root: nodes.length - 1, metadata, kind: 'Thing', fits };
  const stray = { path, key, value: 'x' };
  const below = placesBelow(context, stray);
  return below.length > 0 ? below : placesAround(context, stray);
}

const server: readonly SchemaNode[] = [
  { t: 's' }, // 0
  { p: { port: TEXT } }, // 1 target
  { p: { target: 1 } }, // 2 route
  { i: 2 }, // 3 routes
  { p: { port: TEXT, routes: 3 } }, // 4 server
  { p: { server: 4, other: 1 } }, // 5 spec
  { p: { spec: 5 } },
];

test('below the place comes first, then below its parent, the topmost of several', () => {
  expect(places({ nodes: server }, ['spec', 'server', 'routes', 4], 'port')).toEqual(['spec.server.routes[].target.port']);
  expect(places({ nodes: server }, ['spec', 'server', 'routes', 4, 'target'], 'routes')).toEqual(['spec.server.routes']);
  expect(places({ nodes: server }, ['spec'], 'port')).toEqual(['spec.server.port', 'spec.other.port']);
  expect(places({ nodes: server }, ['spec'], 'nothing')).toEqual([]);
});

test('a place counts before others when the object has what is around it', () => {
  const object = { spec: { server: { routes: [{}, { target: {} }] } } };
  expect(places({ nodes: server, object }, ['spec'], 'port')).toEqual(['spec.server.port', 'spec.server.routes[].target.port']);
  expect(places({ nodes: server, object: { spec: { server: 'x' } } }, ['spec'], 'port')).toEqual(['spec.server.port']);
  expect(places({ nodes: server, object: { spec: 'x' } }, [], 'port')).toEqual(['spec.server.port', 'spec.other.port']);
});

test('a place that does not take the value is none', () => {
  const nodes: readonly SchemaNode[] = [{ t: 's' }, { t: 'o' }, { p: { uri: 0 } }, { p: { uri: 1 } }, { i: 3 }, { p: { match: 4, redirect: 2 } }];
  expect(places({ nodes, taking: [1] }, [], 'uri')).toEqual(['match[].uri']);
  expect(places({ nodes, taking: [] }, [], 'uri')).toEqual([]);
});

test('of more than four places none is told', () => {
  const spec = (count: number): SchemaNode => ({ p: Object.fromEntries(Array.from({ length: count }, (_, place) => [`f${place}`, 1])) });
  const nodes: readonly SchemaNode[] = [{ t: 's' }, { p: { port: TEXT } }];
  expect(places({ nodes: [...nodes, spec(4)] }, [], 'port')).toEqual(['f0.port', 'f1.port', 'f2.port', 'f3.port']);
  expect(places({ nodes: [...nodes, spec(5)] }, [], 'port')).toEqual([]);
});

test('a map is passed through, by any key on the way there and as * on the way back', () => {
  const nodes: readonly SchemaNode[] = [{ t: 's' }, { p: { mode: TEXT } }, { a: 1 }, { p: { ports: 2, other: 1 } }];
  expect(places({ nodes }, [], 'mode')).toEqual(['other.mode']);
  expect(places({ nodes, object: { ports: { 8080: {} } } }, [], 'mode')).toEqual(['ports.*.mode']);
  expect(places({ nodes }, ['ports', '8080'], 'ports')).toEqual(['ports']);
});

test('a schema that contains itself is searched once', () => {
  const nodes: readonly SchemaNode[] = [{ t: 's' }, { p: { items: 1, properties: 2, type: TEXT } }, { a: 1 }, { p: { schema: 1 } }];
  expect(places({ nodes }, [], 'type')).toEqual(['schema.type']);
  expect(places({ nodes }, [], 'missing')).toEqual([]);
});

test('metadata is a place too, the status is none', () => {
  const nodes: readonly SchemaNode[] = [{ t: 's' }, { p: { phase: TEXT } }, { emb: 1, p: { status: 1 } }];
  expect(places({ nodes }, [], 'labels')).toEqual(['metadata.labels']);
  expect(places({ nodes }, ['metadata'], 'phase')).toEqual([]);
  expect(places({ nodes: [{ t: 's' }, { p: { metadata: METADATA } }, { p: { template: 1 } }] }, [], 'labels')).toEqual(['template.metadata.labels']);
});
