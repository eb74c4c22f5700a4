import type { Evaluate } from './code';
import { compileExpression } from './compile-expression';
import { RuleError } from './grammar/rule-error';
import { Scope } from './scope';

/** An expression ready to be evaluated in the frame `[self, oldSelf]`. */
export interface Program {
  readonly evaluate: Evaluate;
  readonly usesOldSelf: boolean;
}

/** The program of an expression, or what is wrong with it. Each text is compiled once. */
export function programOf(expression: string): Program | RuleError {
  const known = programs.get(expression);
  if (known !== undefined) {
    return known;
  }
  const program = compile(expression);
  programs.set(expression, program);
  return program;
}

const programs = new Map<string, Program | RuleError>();

function compile(expression: string): Program | RuleError {
  try {
    const scope = Scope.root('self', 'oldSelf');
    const evaluate = compileExpression(expression, scope);
    return { evaluate, usesOldSelf: scope.uses('oldSelf') };
  } catch (error) {
    if (error instanceof RuleError) {
      return error;
    }
    throw error;
  }
}
