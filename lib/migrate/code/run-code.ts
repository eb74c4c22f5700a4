import type { Call, Code } from './code';

/** What names stand for. */
export type Bindings = ReadonlyMap<string, unknown>;

/** Runs code as it is printed, within this process: only what is bound is reached. */
export function runCode(code: Code, bindings: Bindings): unknown {
  switch (code.type) {
    case 'literal':
      return code.value;
    case 'name':
      return bound(code.name, bindings);
    case 'member':
      return propertyOf(runCode(code.of, bindings), code.name);
    case 'list':
      return code.items.map(item => runCode(item, bindings));
    case 'mapping':
      return mappingOf(code.entries.map(([key, value]) => [key, runCode(value, bindings)]));
    case 'call':
      return runCall(code, bindings);
  }
}

function bound(name: string, bindings: Bindings): unknown {
  if (!bindings.has(name)) {
    throw new Error(`${name} is not known`);
  }
  return bindings.get(name);
}

function runCall({ callee, args, isNew }: Call, bindings: Bindings): unknown {
  const values = args.map(arg => runCode(arg, bindings));
  if (callee.type === 'member') {
    const owner = runCode(callee.of, bindings);
    const method = propertyOf(owner, callee.name) as Callable;
    return isNew ? new (method as unknown as Newable)(...values) : method.apply(owner, values);
  }
  const target = runCode(callee, bindings);
  return isNew ? new (target as Newable)(...values) : (target as Callable)(...values);
}

type Callable = (...args: readonly unknown[]) => unknown;
type Newable = new (...args: readonly unknown[]) => unknown;

function propertyOf(owner: unknown, name: string): unknown {
  return (owner as Record<string, unknown>)[name];
}

/** As a literal makes it, with a key `__proto__` like any other. */
function mappingOf(entries: ReadonlyArray<readonly [string, unknown]>): object {
  return Object.fromEntries(entries);
}
