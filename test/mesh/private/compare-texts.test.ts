import { compareTexts } from '../../../lib/mesh/private/compare-texts';

test('texts stand in the order of their characters, capitals first', () => {
  expect(['b', 'a-2', 'B', 'a', 'a'].sort(compareTexts)).toEqual(['B', 'a', 'a', 'a-2', 'b']);
});
