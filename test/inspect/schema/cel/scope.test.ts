import { RuleError } from '../../../../lib/inspect/schema/cel/grammar/rule-error';
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

test('a scope goes only so deep, also inside', () => {
  let scope = Scope.root('self');
  for (let depth = 0; depth < 250; depth += 1) {
    scope = scope.deeper().with('x');
  }
  expect([scope.placeOf('self'), scope.uses('self'), scope.size]).toEqual([0, true, 251]);
  expect(() => scope.deeper()).toThrow(new RuleError('max recursion depth exceeded'));
});
