import { Cause } from '../../../scripts/record-verdicts/api-server';
import { problemsOf } from '../../../scripts/record-verdicts/problems';

const refused = (message: string, causes?: readonly Cause[]): readonly string[] =>
  problemsOf({ status: 422, body: { message, details: { causes } } });

test('an object that is taken has no problems', () => {
  expect(problemsOf({ status: 201, body: {} })).toEqual([]);
});

test('causes are told by place and reason, each once, sorted', () => {
  expect(refused('is invalid', [
    { reason: 'FieldValueRequired', field: 'spec.b' },
    { reason: 'FieldValueInvalid', field: 'spec.a' },
    { reason: 'FieldValueInvalid', field: 'spec.a' },
  ])).toEqual(['spec.a: FieldValueInvalid', 'spec.b: FieldValueRequired']);
});

test('alternatives have their place in the message', () => {
  expect(refused('is invalid', [
    { reason: 'FieldValueInvalid', field: '<nil>', message: 'Invalid value: "": "spec.match[0].uri" must validate one and only one schema (oneOf). Found 2 valid alternatives' },
    { reason: 'FieldValueInvalid', field: '<nil>', message: 'Invalid value: "": "spec.type" must not validate the schema (not)' },
  ])).toEqual(['spec.match[0].uri: FieldValueInvalid', 'spec.type: FieldValueInvalid']);
});

test('that rules were not checked is no problem of its own', () => {
  expect(refused('is invalid', [
    { reason: 'FieldValueRequired', field: 'spec' },
    { reason: 'FieldValueInvalid', field: '<nil>', message: 'Invalid value: "null": some validation rules were not checked because the object was invalid' },
  ])).toEqual(['spec: FieldValueRequired']);
});

test('unknown fields come in one sentence', () => {
  expect(refused('Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.b", unknown field "spec.a"'))
    .toEqual(['spec.a: unknown field', 'spec.b: unknown field']);
});

test('what cannot be decoded has no place', () => {
  expect(refused('Pod in version "v1" cannot be handled as a Pod: json: cannot unmarshal number')).toEqual([': json: cannot unmarshal number']);
  expect(problemsOf({ status: 404, body: { message: 'no such kind' } })).toEqual([': no such kind']);
  expect(problemsOf({ status: 500, body: {} })).toEqual([': ']);
});
