import type { Expression } from './grammar/expression';
import type { Scope } from './scope';
import type { CelValue } from './values/value';

/** The values of an expression's variables, each in the place that the scope gave it. */
export type Frame = CelValue[];

/** Gives an expression its value. @throws CelError where it has none. */
export type Evaluate = (frame: Frame) => CelValue;

/** An expression that can be evaluated. */
export interface Code {
  readonly evaluate: Evaluate;
  /** whether it has the same value in every frame */
  readonly constant: boolean;
}

/** Makes code of an expression. @throws RuleError when it is none that the API server would take. */
export type Compile = (expression: Expression, scope: Scope) => Code;

/** A call whose arguments are not simply evaluated: `target.all(item, item > 0)`. */
export interface MacroCall {
  readonly target: Expression;
  readonly args: readonly Expression[];
  readonly scope: Scope;
}

export type Macro = (call: MacroCall, compile: Compile) => Evaluate;
