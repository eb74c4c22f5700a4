import path from 'node:path';
import { formatPath } from '../../../../lib/inspect/schema/format-path';
import { SchemaStore } from '../../../../lib/inspect/schema/schema-store';
import { Crd } from '../../../../lib/inspect/schema/tables/crd';
import { crdViolations } from '../../../../lib/inspect/schema/tables/crd-violations';

const schemas = SchemaStore.at(path.resolve('imports/schemas'));

/** A CRD with this schema in its second version, and whatever else its spec says. */
function crdOf(schema: unknown, spec: object = {}): Crd {
  const versions = [{ name: 'v1', storage: true, schema: null }, { name: 'v2', served: true, storage: false, schema: { openAPIV3Schema: schema } }];
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'cars.example.com' },
    spec: { group: 'example.com', scope: 'Namespaced', names: { kind: 'Car', plural: 'cars' }, versions, ...spec },
  } as unknown as Crd;
}

const ROOT = 'spec.versions[1].schema.openAPIV3Schema';

/** The violations in a schema, a line each, with paths from the schema. */
const flaws = (schema: unknown): string[] => crdViolations(crdOf(schema), schemas)
  .map(flaw => `${formatPath(flaw.path).replace(ROOT, '$')}: ${flaw.message}`);

test('a CRD in which every keyword has its right form has no violations, and null is as good as absent', () => {
  expect(flaws({
    'type': 'object',
    'required': ['a'],
    'properties': {
      a: { type: 'array', items: { type: 'object', additionalProperties: { type: 'string', pattern: null } } },
      b: { 'x-kubernetes-int-or-string': true, 'anyOf': [{ type: 'integer' }, { type: 'string' }] },
      c: { type: 'object', additionalProperties: true, items: null, not: { required: ['d'] } },
      d: { 'x-kubernetes-preserve-unknown-fields': true, 'type': '', 'additionalProperties': null, 'not': null, 'default': null },
      items: { type: 'number', enum: [1, null] },
    },
    'x-kubernetes-validations': [{ rule: 'true', message: null }],
  })).toEqual([]);
});

test('what an API server has against a CRD comes first, and alone', () => {
  expect(flaws({ type: 'String', enum: 'x', properties: { a: { 'x-kubernetes-validations': [{ message: 'm' }, null] } } })).toEqual([
    '$.enum: enum must be a list, not "x"',
    '$.properties.a.x-kubernetes-validations[0].rule: rule is missing',
    '$.properties.a.x-kubernetes-validations[1].rule: rule is missing',
  ]);
  expect(crdViolations({ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' } as unknown as Crd, schemas).map(({ message }) => message))
    .toEqual(['the object has no name', 'spec is missing']);
});

test('a scope is one of two', () => {
  expect(crdViolations(crdOf({}, { scope: 'namespaced' }), schemas)).toEqual([{
    kind: 'enum',
    path: ['spec', 'scope'],
    message: 'invalid scope "namespaced"',
    meant: 'Namespaced',
    expected: '"Cluster" or "Namespaced"',
    repair: 'did you mean "Namespaced"?',
  }]);
});

test('a type is one of JSON schema', () => {
  expect(crdViolations(crdOf({ properties: { a: { type: 'String' } } }), schemas)).toEqual([{
    kind: 'enum',
    path: ['spec', 'versions', 1, 'schema', 'openAPIV3Schema', 'properties', 'a', 'type'],
    message: 'invalid type "String"',
    meant: 'string',
    expected: '"object", "array", "string", "integer", "number" or "boolean"',
    repair: 'did you mean "string"?',
  }]);
  expect(flaws({ type: 'toString' })).toEqual(['$.type: invalid type "toString"']);
});

test.each<[string, (schema: unknown) => unknown]>([
  ['properties.a', schema => ({ properties: { a: schema } })],
  ['allOf[0]', schema => ({ allOf: [schema] })],
  ['anyOf[0]', schema => ({ anyOf: [schema] })],
  ['oneOf[0]', schema => ({ oneOf: [schema] })],
  ['not', schema => ({ not: schema })],
  ['items', schema => ({ items: schema })],
  ['additionalProperties', schema => ({ additionalProperties: schema })],
])('schemas at %s are judged', (step, holding) => {
  expect(flaws(holding(holding({ type: 'String' })))).toEqual([`$.${step}.${step}.type: invalid type "String"`]);
  expect(flaws(holding({ enum: 'x' }))).toEqual([`$.${step}.enum: enum must be a list, not "x"`]);
  expect(flaws(holding({ properties: { a: null } }))).toEqual([`$.${step}.properties.a: a must be a schema, not null`]);
});

test('what stands in place of a schema is told', () => {
  expect(flaws({ items: [{ type: 'string' }], additionalProperties: 'x', anyOf: [null] })).toEqual([
    '$.additionalProperties: additionalProperties must be a schema, not "x"',
    '$.anyOf[0]: anyOf[0] must be a schema, not null',
    '$.items: items must be a schema, not a list',
  ]);
});

test('unknown keywords are told, wherever they stand', () => {
  expect(flaws({ tpe: 'object' })).toEqual(['$.tpe: unknown field "tpe" in openAPIV3Schema']);
  expect(flaws({ items: { tpe: 'object' }, additionalProperties: { items: { prop: {} } } })).toEqual([
    '$.additionalProperties.items.prop: unknown field "prop" in items',
    '$.items.tpe: unknown field "tpe" in items',
  ]);
});

test('keywords of JSON schema that no CRD may use are told', () => {
  expect(flaws({ $ref: '#/a', additionalItems: {}, definitions: {}, dependencies: {}, patternProperties: {} })).toEqual([
    '$.$ref: "$ref" is not allowed in the schema of a CRD',
    '$.additionalItems: "additionalItems" is not allowed in the schema of a CRD',
    '$.definitions: "definitions" is not allowed in the schema of a CRD',
    '$.dependencies: "dependencies" is not allowed in the schema of a CRD',
    '$.patternProperties: "patternProperties" is not allowed in the schema of a CRD',
  ]);
});
