import { methodMeant } from '../../../lib/inspect/mesh/http-methods';

test.each([
  ['get', 'GET'],
  ['Post', 'POST'],
  ['GET', undefined],
  ['purge', undefined],
  ['', undefined],
])('%j means %j', (text, method) => {
  expect(methodMeant(text)).toBe(method);
});
