import { betterPlace } from '../../../../lib/inspect/schema/check/better-place';
import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { METADATA, SchemaNode } from '../../../../lib/inspect/schema/node';
import { ObjectPath } from '../../../../lib/inspect/schema/violation';

const TEXT = 0;

function place(nodes: readonly SchemaNode[], path: ObjectPath, key: string): string | undefined {
  const metadata = { root: 1, nodes: [{ t: 's' }, { t: 'o', p: { labels: 0 } }] as const };
  return betterPlace({ findings: new Findings(), nodes, root: nodes.length - 1, metadata, kind: 'Thing' }, path, key);
}

test('below the place comes first, then below its parent, the topmost of several', () => {
  const nodes: readonly SchemaNode[] = [
    { t: 's' }, // 0
    { p: { port: TEXT } }, // 1 target
    { p: { target: 1 } }, // 2 route
    { i: 2 }, // 3 routes
    { p: { port: TEXT, routes: 3 } }, // 4 server
    { p: { server: 4, other: 1 } }, // 5 spec
    { p: { spec: 5 } },
  ];
  expect(place(nodes, ['spec', 'server', 'routes', 4], 'port')).toBe('spec.server.routes[].target.port');
  expect(place(nodes, ['spec', 'server', 'routes', 4, 'target'], 'routes')).toBe('spec.server.routes');
  expect(place(nodes, ['spec'], 'port')).toBe('spec.server.port');
  expect(place(nodes, ['spec'], 'nothing')).toBeUndefined();
});

test('a map is passed through, by any key on the way there and as * on the way back', () => {
  const nodes: readonly SchemaNode[] = [{ t: 's' }, { p: { mode: TEXT } }, { a: 1 }, { p: { ports: 2 } }];
  expect(place(nodes, [], 'mode')).toBe('ports.*.mode');
  expect(place(nodes, ['ports', '8080'], 'ports')).toBe('ports');
});

test('a schema that contains itself is searched once', () => {
  const nodes: readonly SchemaNode[] = [{ t: 's' }, { p: { items: 1, properties: 2, type: TEXT } }, { a: 1 }, { p: { schema: 1 } }];
  expect(place(nodes, [], 'type')).toBe('schema.type');
  expect(place(nodes, [], 'missing')).toBeUndefined();
});

test('metadata is a place too, the status is none', () => {
  const nodes: readonly SchemaNode[] = [{ t: 's' }, { p: { phase: TEXT } }, { emb: 1, p: { status: 1 } }];
  expect(place(nodes, [], 'labels')).toBe('metadata.labels');
  expect(place(nodes, ['metadata'], 'phase')).toBeUndefined();
  expect(place([{ t: 's' }, { p: { metadata: METADATA } }, { p: { template: 1 } }], [], 'labels')).toBe('template.metadata.labels');
});
