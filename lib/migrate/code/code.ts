/** TypeScript that can be printed, and run as it stands. */
export type Code = Literal | List | Mapping | Name | Member | Call;

/** A text, a number or a truth value. */
export interface Literal {
  readonly type: 'literal';
  readonly value: string | number | boolean | null;
}

export interface List {
  readonly type: 'list';
  readonly items: readonly Code[];
}

export interface Mapping {
  readonly type: 'mapping';
  readonly entries: ReadonlyArray<readonly [key: string, value: Code]>;
}

/** What stands for a value: `this`, an imported name, a constant. */
export interface Name {
  readonly type: 'name';
  readonly name: string;
}

/** A property of something. */
export interface Member {
  readonly type: 'member';
  readonly of: Code;
  readonly name: string;
}

/** The call of a function or method, or of a constructor. */
export interface Call {
  readonly type: 'call';
  readonly callee: Code;
  readonly args: readonly Code[];
  readonly isNew: boolean;
}

export function literal(value: Literal['value']): Literal {
  return { type: 'literal', value };
}

export function list(items: readonly Code[]): List {
  return { type: 'list', items };
}

/** Entries without a value are left out. */
export function mapping(entries: Iterable<readonly [string, Code | undefined]>): Mapping {
  return { type: 'mapping', entries: [...entries].flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])) };
}

/** A name with dots: `networking.VirtualService`. */
export function name(dotted: string): Code {
  const [root, ...members] = dotted.split('.');
  return members.reduce<Code>(member, { type: 'name', name: root });
}

export function member(of: Code, property: string): Member {
  return { type: 'member', of, name: property };
}

export function call(callee: Code | string, ...args: readonly Code[]): Call {
  return { type: 'call', callee: typeof callee === 'string' ? name(callee) : callee, args, isNew: false };
}

export function create(callee: string, ...args: readonly Code[]): Call {
  return { type: 'call', callee: name(callee), args, isNew: true };
}

/** A value of JSON as code. */
export function plain(value: unknown): Code {
  if (Array.isArray(value)) {
    return list(value.map(plain));
  }
  return typeof value === 'object' && value !== null
    ? mapping(Object.entries(value).map(([key, entry]) => [key, plain(entry)] as const))
    : literal(value as Literal['value']);
}

/** The names that code begins with: what has to be imported for it, or declared before it. */
export function rootsOf(code: Code): string[] {
  switch (code.type) {
    case 'literal':
      return [];
    case 'name':
      return [code.name];
    case 'member':
      return rootsOf(code.of);
    case 'call':
      return [...rootsOf(code.callee), ...code.args.flatMap(rootsOf)];
    case 'list':
      return code.items.flatMap(rootsOf);
    case 'mapping':
      return code.entries.flatMap(([, value]) => rootsOf(value));
  }
}
