import { METADATA, SchemaNode } from '../../../../lib/inspect/schema/node';
import { NodePool } from '../../../../lib/inspect/schema/tables/node-pool';
import { Definitions, OpenApiNodes } from '../../../../lib/inspect/schema/tables/openapi-nodes';

function nodesOf(definitions: Definitions, ...names: readonly string[]): readonly SchemaNode[] {
  const pool = new NodePool();
  const nodes = new OpenApiNodes(pool, definitions);
  names.forEach(name => nodes.addDefinition(name));
  return pool.nodes;
}

const ref = (name: string) => ({ $ref: `#/definitions/${name}` });

test('a definition becomes a node, and what it refers to others', () => {
  const definitions: Definitions = {
    'api.Pod': { type: 'object', required: ['name'], properties: { name: { type: 'string', enum: ['a'] }, ports: { type: 'array', items: ref('api.Port') } } },
    'api.Port': { type: 'object', properties: { number: { type: 'integer', format: 'int32' }, labels: { type: 'object', additionalProperties: { type: 'string' } } } },
  };
  expect(nodesOf(definitions, 'api.Pod', 'api.Pod', 'api.Port')).toEqual([
    { t: 's', e: ['a'] },
    { t: 'i', f: 'int32' },
    { t: 's' },
    { t: 'o', a: 2 },
    { t: 'o', p: { number: 1, labels: 3 } },
    { t: 'a', i: 4 },
    { t: 'o', p: { name: 0, ports: 5 }, r: ['name'] },
  ]);
});

test('a definition that contains itself has a place in itself', () => {
  const definitions: Definitions = {
    'api.Schema': { type: 'object', properties: { items: ref('api.Schema'), all: { type: 'array', items: ref('api.Schema') } } },
    'api.Owner': { type: 'object', properties: { schema: ref('api.Schema') } },
  };
  expect(nodesOf(definitions, 'api.Owner')).toEqual([
    { t: 'o', p: { items: 0, all: 1 } },
    { t: 'a', i: 0 },
    { t: 'o', p: { schema: 0 } },
  ]);
});

test('types with a form of their own are not what OpenAPI calls them', () => {
  const definitions: Definitions = {
    'api.Quantity': { type: 'string' },
    'api.IntOrString': { type: 'string', format: 'int-or-string' },
    'api.JSON': {},
    'api.FieldsV1': { type: 'object' },
    'api.ObjectMeta': { type: 'object' },
    'api.All': {
      type: 'object',
      properties: { quantity: ref('api.Quantity'), port: ref('api.IntOrString'), json: ref('api.JSON'), fields: ref('api.FieldsV1'), metadata: ref('api.ObjectMeta') },
    },
  };
  expect(nodesOf(definitions, 'api.All')).toEqual([
    { t: 'q' }, { t: 'x' }, {}, { t: 'o', p: { quantity: 0, port: 1, json: 2, fields: 2, metadata: METADATA } },
  ]);
});

test('a required field that the server does not demand is not required', () => {
  const definitions: Definitions = { 'api.HTTPHeader': { type: 'object', required: ['name', 'value'] }, 'api.Other': { type: 'object', required: ['value'] } };
  expect(nodesOf(definitions, 'api.HTTPHeader', 'api.Other')).toEqual([{ t: 'o', r: ['name'] }, { t: 'o', r: ['value'] }]);
});
