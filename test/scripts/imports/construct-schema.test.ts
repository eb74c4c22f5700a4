import { constructSchema } from '../../../scripts/imports/construct-schema';

test('a snake-case property goes where the camel-case one stands beside it, and is no longer required', () => {
  const schema = {
    type: 'object',
    required: ['issuer', 'jwks_uri'],
    properties: { issuer: { type: 'string' }, jwks_uri: { type: 'string' }, jwksUri: { type: 'string', maxLength: 9 } },
  };
  expect(constructSchema(schema)).toEqual({
    type: 'object',
    required: ['issuer'],
    properties: { issuer: { type: 'string' }, jwksUri: { type: 'string', maxLength: 9 } },
  });
});

test('a snake-case property stays where it is the only spelling', () => {
  const schema = { properties: { query_offset: { type: 'string' }, keep_firing_for: { type: 'string' }, interval: { type: 'string' } } };
  expect(constructSchema(schema)).toEqual(schema);
});

test('descriptions are left out, but a property of that name stays', () => {
  const schema = { description: 'What it is.', properties: { description: { type: 'string', description: 'What it is for.' } } };
  expect(constructSchema(schema)).toEqual({ properties: { description: { type: 'string' } } });
});

test('a point in time is a string, since cdk8s cannot render a Date; other formats stay', () => {
  const schema = { properties: { restartAt: { type: 'string', format: 'date-time' }, port: { type: 'integer', format: 'int32' } } };
  expect(constructSchema(schema)).toEqual({ properties: { restartAt: { type: 'string' }, port: { type: 'integer', format: 'int32' } } });
});

test('schemas of list items and of map values are read as well', () => {
  const before = { description: 'Text.', properties: { a_b: { type: 'string' }, aB: { type: 'string' } } };
  const after = { properties: { aB: { type: 'string' } } };
  expect(constructSchema({ properties: { list: { items: before }, map: { additionalProperties: before }, any: { additionalProperties: true } } }))
    .toEqual({ properties: { list: { items: after }, map: { additionalProperties: after }, any: { additionalProperties: true } } });
});
