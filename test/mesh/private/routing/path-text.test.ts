import { PathMatch } from '../../../../lib';
import { pathText } from '../../../../lib/mesh/private/routing/path-text';

test.each([
  [undefined, 'every path'], [PathMatch.below('/a/'), 'PathMatch.below("/a")'], [PathMatch.regex('/a.*'), 'PathMatch.regex("/a.*")'],
])('%j is %s', (path, expected) => {
  expect(pathText(path)).toBe(expected);
});
