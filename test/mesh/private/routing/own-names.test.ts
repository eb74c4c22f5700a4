import { withOwnNames } from '../../../../lib/mesh/private/routing/own-names';

const namesOf = (...names: string[]): string[] => withOwnNames(names.map(name => ({ name }))).map(({ name }) => name);

test('the first of those that are called alike keeps the name, and the others get numbers that nothing else has', () => {
  expect(namesOf('a', 'b', 'a', 'a-2', 'a')).toEqual(['a', 'b', 'a-3', 'a-2', 'a-4']);
});

test('the rest of each stays as it is', () => {
  expect(withOwnNames([{ name: 'a', weight: 1 }, { name: 'a', weight: 2 }])).toEqual([{ name: 'a', weight: 1 }, { name: 'a-2', weight: 2 }]);
});
