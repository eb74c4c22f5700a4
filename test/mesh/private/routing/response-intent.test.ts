import { responseIntent } from '../../../../lib/mesh/private/routing/response-intent';

test('an answer has a status, and perhaps a text', () => {
  expect(responseIntent({ status: 410, priority: 1 }, 'here')).toEqual({ status: 410 });
  expect(responseIntent({ status: 200, body: 'ö'.repeat(2 ** 19) }, 'here').body).toHaveLength(2 ** 19);
});

test('fails on what the mesh cannot answer', () => {
  expect(() => responseIntent({ status: 199 }, 'here')).toThrow(new Error('here: 199 is not a response status. Use a whole number from 200 to 599, such as 503.'));
  expect(() => responseIntent({ status: 200, body: `${'ö'.repeat(2 ** 19)}!` }, 'here'))
    .toThrow(new Error('here: a body of 1048577 bytes is longer than the 1048576 bytes that the mesh accepts. Let a service respond.'));
});
