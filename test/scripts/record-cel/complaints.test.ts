import { complaintsOf } from '../../../scripts/record-cel/complaints';
import type { Cause } from '../../../scripts/record-verdicts/api-server';

const refused = (...causes: readonly Cause[]): ReturnType<typeof complaintsOf> =>
  complaintsOf({ status: 422, body: { message: 'is invalid', details: { causes } } });

test('the server has nothing against an object that it takes', () => {
  expect(complaintsOf({ status: 201, body: {} })).toEqual([]);
});

test('a complaint is told without the value, sorted by place', () => {
  expect(refused(
    { field: 'spec.b', message: 'Invalid value: "object": b is missing' },
    { field: 'spec.a', message: 'Invalid value: 5: must be 6' },
    { field: 'spec.a', message: 'Invalid value: "x": no: such key' },
    { message: 'Required value' },
  )).toEqual([['', 'Required value'], ['spec.a', 'must be 6'], ['spec.a', 'no: such key'], ['spec.b', 'b is missing']]);
});

test('fails when the server has not judged the object', () => {
  expect(() => complaintsOf({ status: 404, body: { message: 'no such kind' } })).toThrow('the server does not judge the object: no such kind');
});
