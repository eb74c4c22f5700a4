import { requireStatus } from '../../../../lib/mesh/private/routing/require-status';

test.each([200, 503, 599])('%d is a status', status => {
  expect(() => requireStatus(status, 'here')).not.toThrow();
});

test.each([199, 600, 200.5, NaN])('fails on %d', status => {
  expect(() => requireStatus(status, 'here')).toThrow(new Error(`here: ${status} is not a response status. Use a whole number from 200 to 599, such as 503.`));
});
