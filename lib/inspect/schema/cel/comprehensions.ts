import { CelError, noSuchOverload } from './cel-error';
import type { Evaluate, Frame, Macro } from './code';
import { loopOf } from './loop';
import type { Loop } from './loop';
import { toBool } from './operators';
import { CelList } from './values/cel-list';
import { CelMap } from './values/cel-map';
import { textOf } from './values/text-of';
import { kindOf } from './values/value';
import type { CelValue } from './values/value';

/** The macros that look at each item of a list or key of a map, by name and number of arguments. */
export const COMPREHENSIONS: Readonly<Record<string, Macro>> = {
  'all/2': quantifier(1, false),
  'exists/2': quantifier(1, true),
  'exists_one/2': selection(1, pairs => pairs.length === 1),
  'filter/2': selection(1, toList),
  'map/2': transformation(1, toList),
  'map/3': transformation(1, toList),

  // With two variables, since Kubernetes 1.33.
  'all/3': quantifier(2, false),
  'exists/3': quantifier(2, true),
  'exists_one/3': selection(2, pairs => pairs.length === 1),
  'existsOne/3': selection(2, pairs => pairs.length === 1),
  'transformList/3': transformation(2, toList),
  'transformList/4': transformation(2, toList),
  'transformMap/3': transformation(2, CelMap.of),
  'transformMap/4': transformation(2, CelMap.of),
  'transformMapEntry/3': transformation(2, merged),
  'transformMapEntry/4': transformation(2, merged),
};

/** `all` is decided by the first false, `exists` by the first true; errors count only when nothing decides. */
function quantifier(variables: 1 | 2, decisive: boolean): Macro {
  return (call, compile) => {
    const { body: [predicate], each } = loopOf(call, variables, compile);
    return frame => {
      let [decided, failure] = [false, undefined as CelError | undefined];
      each(frame, () => {
        try {
          decided = toBool(predicate(frame)) === decisive;
        } catch (error) {
          failure ??= CelError.caught(error);
        }
        return !decided;
      });
      if (!decided && failure !== undefined) {
        throw failure;
      }
      return decided === decisive;
    };
  };
}

/** An item or key, or an index, and what the macro made of it. */
type Pair = readonly [CelValue, CelValue];

/** The items for which the argument is true. */
function selection(variables: 1 | 2, result: (pairs: readonly Pair[]) => CelValue): Macro {
  return (call, compile) => {
    const { body: [predicate], current, each } = loopOf(call, variables, compile);
    return collection({ current, each, filter: frame => toBool(predicate(frame)), transform: current }, result);
  };
}

/** What the last argument makes of each item; with one more argument, of those for which that is true. */
function transformation(variables: 1 | 2, result: (pairs: readonly Pair[]) => CelValue): Macro {
  return (call, compile) => {
    const { body, current, each } = loopOf(call, variables, compile);
    const filter: Evaluate | undefined = body.length === 2 ? frame => toBool(body[0](frame)) : undefined;
    return collection({ current, each, filter, transform: body.at(-1)! }, result);
  };
}

interface Source extends Pick<Loop, 'current' | 'each'> {
  readonly filter?: Evaluate;
  readonly transform: Evaluate;
}

function collection({ current, each, filter, transform }: Source, result: (pairs: readonly Pair[]) => CelValue): Evaluate {
  return frame => {
    const pairs: Pair[] = [];
    let failure: CelError | undefined;
    each(frame, () => {
      // Of several errors, the last of a filter counts, or else the first.
      const chosen = filter === undefined || attempt(filter, frame);
      if (chosen instanceof CelError) {
        failure = chosen;
      } else if (chosen === true) {
        const value = attempt(transform, frame);
        failure ??= value instanceof CelError ? value : void pairs.push([current(frame), value]);
      }
      return true;
    });
    if (failure !== undefined) {
      throw failure;
    }
    return result(pairs);
  };
}

function attempt(evaluate: Evaluate, frame: Frame): CelValue | CelError {
  try {
    return evaluate(frame);
  } catch (error) {
    return CelError.caught(error);
  }
}

function toList(pairs: readonly Pair[]): CelValue {
  return CelList.of(pairs.map(([, value]) => value));
}

/** The entries of all maps together. */
function merged(pairs: readonly Pair[]): CelValue {
  const entries = new Map<string, readonly [CelValue, CelValue]>();
  for (const [, map] of pairs) {
    if (!(map instanceof CelMap)) {
      throw noSuchOverload(`cel.@mapInsert(map, ${kindOf(map)})`);
    }
    for (const key of map.keys) {
      const name = `${kindOf(key)} ${textOf(key)}`;
      if (entries.has(name)) {
        throw new CelError(`insert failed: key ${textOf(key)} already exists`);
      }
      entries.set(name, [key, map.find(key)!]);
    }
  }
  return CelMap.of(entries.values());
}
