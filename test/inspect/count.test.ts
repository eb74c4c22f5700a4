import { count } from '../../lib/inspect/count';

test('one is in the singular, any other number in the plural', () => {
  expect([count(0, 'error'), count(1, 'error'), count(2, 'error'), count(1, 'property'), count(2, 'property')])
    .toEqual(['0 errors', '1 error', '2 errors', '1 property', '2 properties']);
});

test('things are counted in English', () => {
  expect([count(0, 'item'), count(1, 'item'), count(2, 'property')]).toEqual(['0 items', '1 item', '2 properties']);
});
