import { groupOf } from '../../lib/inspect/api-group';

test.each([['apps/v1', 'apps'], ['networking.istio.io/v1', 'networking.istio.io'], ['v1', ''], ['a/b/c', 'a'], ['', ''], [undefined, ''], [7, '']])('the group of %j is "%s"', (apiVersion, group) => {
  expect(groupOf(apiVersion)).toBe(group);
});
