import { CelError } from './cel-error';
import type { Compile, Evaluate, Frame, MacroCall } from './code';
import type { Expression } from './grammar/expression';
import { RuleError } from './grammar/rule-error';
import { CelList } from './values/cel-list';
import { CelMap } from './values/cel-map';
import { kindOf } from './values/value';
import type { CelValue } from './values/value';

/** What a macro does for each item of a list, or for each key of a map. */
export interface Loop {
  /** The item or key at hand; of two variables the first, which is the index or key. */
  readonly current: Evaluate;
  /** The arguments behind the variables. */
  readonly body: readonly Evaluate[];
  /** Runs `step` for each, until it returns false. */
  readonly each: (frame: Frame, step: () => boolean) => void;
}

/** The loop of `target.macro(variable, ...body)`, or of one with two variables. @throws RuleError when they are no plain names. */
export function loopOf({ target, args, scope }: MacroCall, variables: 1 | 2, compile: Compile): Loop {
  const names = args.slice(0, variables).map(nameOf);
  if (new Set(names).size < variables) {
    throw new RuleError(`duplicate variable name: ${names[0]}`);
  }
  const range = compile(target, scope).evaluate;
  const inside = names.reduce((outer, name) => outer.with(name), scope);
  const set = variables === 1 ? setItem(scope.size) : setPair(scope.size);
  return {
    current: frame => frame[scope.size],
    body: args.slice(variables).map(argument => compile(argument, inside).evaluate),
    each: (frame, step) => {
      const values = range(frame);
      itemsOf(values).every((item, index) => {
        set(frame, { values, item, index });
        return step();
      });
    },
  };
}

function nameOf(argument: Expression): string {
  if (argument.kind !== 'name') {
    throw new RuleError('argument must be a simple name');
  }
  return argument.name;
}

function itemsOf(values: CelValue): readonly CelValue[] {
  if (values instanceof CelMap) {
    return values.keys;
  }
  if (!(values instanceof CelList)) {
    throw new CelError(`got 'types.${kindOf(values).replace(/^./, letter => letter.toUpperCase())}', expected iterable type`);
  }
  return values.items;
}

interface Turn {
  readonly values: CelValue;
  readonly item: CelValue;
  readonly index: number;
}

type SetVariables = (frame: Frame, turn: Turn) => void;

function setItem(place: number): SetVariables {
  return (frame, { item }) => {
    frame[place] = item;
  };
}

/** Index and item of a list; key and value of a map. */
function setPair(place: number): SetVariables {
  return (frame, { values, item, index }) => {
    [frame[place], frame[place + 1]] = values instanceof CelMap ? [item, values.find(item)!] : [BigInt(index), item];
  };
}
