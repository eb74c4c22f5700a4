import { noSuchOverload } from './cel-error';
import { CIDRS } from './library/cidrs';
import { CONVERSIONS } from './library/conversions';
import { FORMATS } from './library/formats';
import { IPS } from './library/ips';
import { LISTS } from './library/lists';
import { OPTIONALS } from './library/optionals';
import { QUANTITIES } from './library/quantities';
import { REGEXES } from './library/regexes';
import { SEMVERS } from './library/semvers';
import { SETS } from './library/sets';
import { STRINGS } from './library/strings';
import { TIMES } from './library/times';
import { URLS } from './library/urls';
import type { Overload } from './overload';
import { kindOf } from './values/value';
import type { CelValue } from './values/value';

/** A function with its arguments evaluated; of a method, the first is the value that it is called on. */
export type CelFunction = (args: readonly CelValue[]) => CelValue;

const OVERLOADS: readonly Overload[] = [
  CIDRS, CONVERSIONS, FORMATS, IPS, LISTS, OPTIONALS, QUANTITIES, REGEXES, SEMVERS, SETS, STRINGS, TIMES, URLS,
].flat();

const functions = grouped(OVERLOADS.filter(({ method }) => !method));
const methods = grouped(OVERLOADS.filter(({ method }) => method));

/** The function of this name; undefined when there is none that takes so many arguments. */
export function findFunction(name: string, args: number): CelFunction | undefined {
  return functions.get(`${name}/${args}`);
}

/** The method of this name; the value that it is called on counts as an argument. */
export function findMethod(name: string, args: number): CelFunction | undefined {
  return methods.get(`${name}/${args}`);
}

function grouped(overloads: readonly Overload[]): ReadonlyMap<string, CelFunction> {
  const groups = new Map<string, Overload[]>();
  for (const overload of overloads) {
    const key = `${overload.name}/${overload.params.length}`;
    groups.set(key, [...groups.get(key) ?? [], overload]);
  }
  return new Map([...groups].map(([key, group]) => [key, args => call(group, args)]));
}

/** Calls the first overload that takes such arguments. @throws CelError when there is none. */
function call(overloads: readonly Overload[], args: readonly CelValue[]): CelValue {
  for (const { params, call: run } of overloads) {
    if (suit(args, params)) {
      return run(...args as never[]);
    }
  }
  const [{ name }] = overloads;
  throw noSuchOverload(name in SIGNATURES ? SIGNATURES[name] : `${name}(${args.map(kindOf).join(', ')})`);
}

function suit(args: readonly CelValue[], params: Overload['params']): boolean {
  for (let place = 0; place < params.length; place += 1) {
    if (!params[place](args[place])) {
      return false;
    }
  }
  return true;
}

/** What the API server says of a call that fits none of these functions; of others, it says what types they were given. */
const SIGNATURES: Readonly<Record<string, string | undefined>> = {
  contains: undefined, endsWith: undefined, matches: undefined, size: 'size', startsWith: undefined,
};
