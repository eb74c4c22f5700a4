import { WayCount } from '../../../../lib/inspect/schema/syntax/way-count';

/** The count for a text of 10 characters after these steps. */
function total(...steps: ReadonlyArray<(count: WayCount) => void>): number {
  const count = new WayCount(10);
  steps.forEach(step => step(count));
  return count.total;
}

const part = (count: WayCount): void => count.add(1);
const choice = (count: WayCount): void => count.add(2);
const alternative = (count: WayCount): void => count.alternative();
const repeated = (least: number, most: number) => (count: WayCount): void => count.repeat(least, most);

test.each([
  ['nothing', [], 1],
  ['parts in a row', [part, part], 1],
  ['an optional part', [part, repeated(0, 1)], 2],
  ['two optional parts', [part, repeated(0, 1), part, repeated(0, 1)], 4],
  ['a part any number of times', [part, repeated(0, Infinity)], 11],
  ['a part at least once', [part, repeated(1, Infinity), part], 10],
  ['a part up to more times than the text is long', [part, repeated(0, 1000)], 11],
  ['a part a fixed number of times', [part, repeated(20, 20)], 1],
  ['a choice in a row', [choice, choice, part], 4],
  ['an optional choice', [choice, repeated(0, 1)], 3],
  ['a choice three times', [choice, repeated(3, 3)], 8],
  ['a choice once or twice', [choice, repeated(1, 2)], 6],
  ['a choice any number of times', [choice, repeated(0, Infinity)], 3 ** 10],
  ['alternatives', [part, alternative, choice, alternative], 4],
  ['a row in front of an alternative', [choice, choice, alternative, part], 5],
])('%s', (_, steps, expected) => {
  expect(total(...steps)).toBe(expected);
});

test('too many ways to be counted are still more than any number', () => {
  expect(total(count => count.add(1e300), repeated(0, Infinity), repeated(0, Infinity))).toBe(Infinity);
});
