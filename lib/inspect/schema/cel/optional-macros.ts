import { noSuchOverload } from './cel-error';
import type { Macro } from './code';
import { RuleError } from './grammar/rule-error';
import { Optional } from './values/optional';
import { kindOf } from './values/value';
import type { CelValue } from './values/value';

/** The macros of optional values, by name and number of arguments. Their argument is evaluated where it is needed only. */
export const OPTIONAL_MACROS: Readonly<Record<string, Macro>> = {
  'optFlatMap/2': mapped(value => value),
  'optMap/2': mapped(Optional.of),
  'or/1': alternative(optional => optional),
  'orValue/1': alternative(({ value }) => value),
};

/** `optional.optMap(value, value + 1)` */
function mapped(result: (value: CelValue) => CelValue): Macro {
  return ({ target, args: [variable, argument], scope }, compile) => {
    if (variable.kind !== 'name') {
      throw new RuleError('variable name must be a simple identifier');
    }
    const optional = compile(target, scope).evaluate;
    const transform = compile(argument, scope.with(variable.name)).evaluate;
    return frame => {
      const value = optional(frame);
      if (!(value instanceof Optional)) {
        throw noSuchOverload(`hasValue(${kindOf(value)})`);
      }
      if (value.content === undefined) {
        return value;
      }
      frame[scope.size] = value.content;
      return result(transform(frame));
    };
  };
}

/** `optional.orValue(5)`. What is no optional value stays as it is. */
function alternative(result: (optional: Optional) => CelValue): Macro {
  return ({ target, args: [argument], scope }, compile) => {
    const optional = compile(target, scope).evaluate;
    const other = compile(argument, scope).evaluate;
    return frame => {
      const value = optional(frame);
      if (!(value instanceof Optional)) {
        return value;
      }
      return value.content === undefined ? other(frame) : result(value);
    };
  };
}
