import { CelError } from '../../../../lib/inspect/schema/cel/cel-error';
import { succeeds } from '../../../../lib/inspect/schema/cel/succeeds';

function failing(error: Error): () => never {
  return () => {
    throw error;
  };
}

test('an evaluation succeeds unless it ends in an error of CEL', () => {
  expect([succeeds(() => 1), succeeds(failing(new CelError('x')))]).toEqual([true, false]);
});

test('fails when the evaluation itself is broken', () => {
  expect(() => succeeds(failing(new TypeError('a bug')))).toThrow('a bug');
});
