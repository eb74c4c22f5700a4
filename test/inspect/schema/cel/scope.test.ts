import { Scope } from '../../../../lib/inspect/schema/cel/scope';

test('each variable has its place, and one inside hides one outside', () => {
  const root = Scope.root('self', 'oldSelf');
  const inside = root.with('x').with('x');
  expect([root.placeOf('self'), root.placeOf('oldSelf'), root.placeOf('x'), inside.placeOf('x'), inside.size]).toEqual([0, 1, undefined, 3, 4]);
});

test('a scope knows what was used, also inside', () => {
  const root = Scope.root('self', 'oldSelf');
  root.with('x').placeOf('oldSelf');
  expect([root.uses('oldSelf'), root.uses('self')]).toEqual([true, false]);
});
