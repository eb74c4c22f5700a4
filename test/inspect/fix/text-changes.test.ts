import { TextChanges } from '../../../lib/inspect/fix/text-changes';

const change = (start: number, end: number): { start: number; end: number; text: string } => ({ start, end, text: '-' });

test('changes are made of parts of which no two meet', () => {
  const changes = new TextChanges();
  expect([[change(6, 7)], [change(0, 1), change(3, 4)]].map(all => changes.addAll(all))).toEqual([true, true]);
  expect(changes.applyTo('0123456789')).toBe('-12-45-789');
});

test.each([[4, 5], [5, 6], [2, 9], [7, 9], [8, 8], [4, 4]])('none is added where one meets: %d to %d', (start, end) => {
  const changes = new TextChanges();
  changes.addAll([change(4, 4), change(5, 8)]);
  expect(changes.addAll([change(0, 1), change(start, end)])).toBe(false);
  expect(changes.applyTo('0123456789')).toBe('0123-4-89');
});
