import { CelError } from '../../lib/inspect/schema/cel/cel-error';
import { compileExpression } from '../../lib/inspect/schema/cel/compile-expression';
import { RuleError } from '../../lib/inspect/schema/cel/grammar/rule-error';
import { Scope } from '../../lib/inspect/schema/cel/scope';
import { CelList } from '../../lib/inspect/schema/cel/values/cel-list';
import { CelMap } from '../../lib/inspect/schema/cel/values/cel-map';
import { Optional } from '../../lib/inspect/schema/cel/values/optional';
import { textOf } from '../../lib/inspect/schema/cel/values/text-of';
import { CelObject } from '../../lib/inspect/schema/cel/values/value';
import type { CelValue } from '../../lib/inspect/schema/cel/values/value';

/** What an expression without variables comes to: its value in plain JavaScript, or the words of its error. */
export function outcome(expression: string): unknown {
  try {
    return plain(compileExpression(expression, Scope.root())([]));
  } catch (error) {
    if (error instanceof CelError || error instanceof RuleError) {
      return `${error instanceof CelError ? 'error' : 'no rule'}: ${error.message}`;
    }
    throw error;
  }
}

/** A list as an array, a map as entries, an optional value as none or one item, and whatever else JavaScript lacks as a text. */
export function plain(value: CelValue): unknown {
  if (value instanceof CelList) {
    return value.items.map(plain);
  }
  if (value instanceof CelMap) {
    return value.keys.map(key => [plain(key), plain(value.find(key)!)]);
  }
  if (value instanceof Optional) {
    return { optional: value.content === undefined ? [] : [plain(value.content)] };
  }
  return value instanceof CelObject ? `${value.kind} ${textOf(value)}` : value;
}
