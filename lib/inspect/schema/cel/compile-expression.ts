import { has, select, selectOptional } from './access';
import { CelError } from './cel-error';
import type { Code, Evaluate, Frame, Macro } from './code';
import { COMPREHENSIONS } from './comprehensions';
import { findFunction, findMethod } from './functions';
import type { CelFunction } from './functions';
import type { Expression, ListItem } from './grammar/expression';
import { parse } from './grammar/parse';
import { RuleError } from './grammar/rule-error';
import { BINARY, negate, not, toBool } from './operators';
import { OPTIONAL_MACROS } from './optional-macros';
import type { Scope } from './scope';
import { CelList } from './values/cel-list';
import { CelMap } from './values/cel-map';
import { CelType, TYPE_NAMES } from './values/cel-type';
import { Optional } from './values/optional';
import { textOf } from './values/text-of';
import type { CelValue } from './values/value';

/** Makes an expression ready to be evaluated. @throws RuleError when the text is none, or names what nobody knows. */
export function compileExpression(text: string, scope: Scope): Evaluate {
  return compile(parse(text), scope).evaluate;
}

type Node<K extends Expression['kind']> = Extract<Expression, { readonly kind: K }>;

const COMPILERS: { readonly [K in Expression['kind']]: (node: Node<K>, scope: Scope) => Code } = {
  binary: compileBinary,
  call: compileCall,
  conditional: compileConditional,
  field: compileField,
  index: compileIndex,
  list: compileList,
  literal: ({ value }) => constant(value),
  logical: compileLogical,
  map: compileMap,
  method: compileMethod,
  name: compileName,
  unary: compileUnary,
};

const MACROS: Readonly<Record<string, Macro | undefined>> = { ...COMPREHENSIONS, ...OPTIONAL_MACROS };

function compile(expression: Expression, scope: Scope): Code {
  const inside = DEEPENING.has(expression.kind) ? scope.deeper() : scope;
  return (COMPILERS[expression.kind] as (node: Expression, scope: Scope) => Code)(expression, inside);
}

/** What the API server allows to stand in each other only so deep. All else is nested by brackets, which the parser limits. */
const DEEPENING: ReadonlySet<Expression['kind']> = new Set(['binary', 'conditional', 'field', 'index', 'method'] as const);

/** Code that computes with the values of its parts: of constant parts, once. */
function derived(parts: readonly Code[], evaluate: Evaluate): Code {
  if (!parts.every(code => code.constant)) {
    return { constant: false, evaluate };
  }
  let value: CelValue | undefined;
  return { constant: true, evaluate: frame => value ??= evaluate(frame) };
}

function constant(value: CelValue): Code {
  return { constant: true, evaluate: () => value };
}

function compileBinary({ sign, left, right }: Node<'binary'>, scope: Scope): Code {
  const operate = BINARY[sign];
  const [a, b] = [compile(left, scope), compile(right, scope)];
  return derived([a, b], frame => operate(a.evaluate(frame), b.evaluate(frame)));
}

function compileUnary({ sign, operand }: Node<'unary'>, scope: Scope): Code {
  const operate = sign === '!' ? not : negate;
  const code = compile(operand, scope);
  return derived([code], frame => operate(code.evaluate(frame)));
}

/** An operand that decides makes up for an error in another. */
function compileLogical({ sign, operands }: Node<'logical'>, scope: Scope): Code {
  const decisive = sign === '||';
  const codes = operands.map(operand => compile(operand, scope));
  return derived(codes, frame => {
    let failure: CelError | undefined;
    for (const { evaluate } of codes) {
      try {
        if (toBool(evaluate(frame)) === decisive) {
          return decisive;
        }
      } catch (error) {
        failure ??= CelError.caught(error);
      }
    }
    if (failure !== undefined) {
      throw failure;
    }
    return !decisive;
  });
}

function compileConditional({ condition, yes, no }: Node<'conditional'>, scope: Scope): Code {
  const [test, then, otherwise] = [condition, yes, no].map(expression => compile(expression, scope));
  return derived([test, then, otherwise], frame => (toBool(test.evaluate(frame)) ? then : otherwise).evaluate(frame));
}

function compileField(node: Node<'field'>, scope: Scope): Code {
  const access = node.optional ? selectOptional : select;
  return namedType(qualifiedName(node), scope) ?? withField(node, scope, access);
}

function withField(node: Node<'field'>, scope: Scope, access: (value: CelValue, field: string) => CelValue): Code {
  const target = compile(node.target, scope);
  return derived([target], frame => access(target.evaluate(frame), node.field));
}

function compileIndex({ target, key, optional }: Node<'index'>, scope: Scope): Code {
  const access = optional ? selectOptional : select;
  const [a, b] = [compile(target, scope), compile(key, scope)];
  return derived([a, b], frame => access(a.evaluate(frame), b.evaluate(frame)));
}

function compileList({ items }: Node<'list'>, scope: Scope): Code {
  const parts = items.map(item => part(item, scope));
  return derived(parts.map(({ code }) => code), frame => CelList.of(parts.flatMap(({ evaluate }) => {
    const value = evaluate(frame);
    return value === undefined ? [] : [value];
  })));
}

function compileMap({ entries }: Node<'map'>, scope: Scope): Code {
  const parts = entries.map(entry => [compile(entry.key, scope), part(entry, scope)] as const);
  return derived(parts.flatMap(([key, { code }]) => [key, code]), frame => CelMap.of(parts.flatMap(([key, { evaluate }]) => {
    const [name, value] = [key.evaluate(frame), evaluate(frame)];
    return value === undefined ? [] : [[name, value] as const];
  })));
}

/** The value of a list item or map entry; undefined when it is optional and there is none. */
function part({ value, optional }: ListItem, scope: Scope): { code: Code; evaluate: (frame: Frame) => CelValue | undefined } {
  const code = compile(value, scope);
  return { code, evaluate: optional ? frame => contentOf(code.evaluate(frame)) : code.evaluate };
}

function contentOf(value: CelValue): CelValue | undefined {
  if (!(value instanceof Optional)) {
    throw new CelError(`cannot initialize optional list element from non-optional value ${textOf(value)}`);
  }
  return value.content;
}

function compileName({ name }: Node<'name'>, scope: Scope): Code {
  const place = scope.placeOf(name);
  return place === undefined ? namedType(name, scope) ?? undeclared(name) : { constant: false, evaluate: frame => frame[place] };
}

function compileCall({ name, args }: Node<'call'>, scope: Scope): Code {
  if (name !== 'has' || args.length !== 1) {
    return called(findFunction(name, args.length) ?? undeclared(name), args, scope);
  }
  const [argument] = args;
  if (argument.kind !== 'field') {
    throw new RuleError('invalid argument to has() macro');
  }
  return withField(argument, scope, has);
}

/** `sets.contains(a, b)` is a function with dots in its name; everything else is called on a value. */
function compileMethod({ target, name, args }: Node<'method'>, scope: Scope): Code {
  const qualified = qualifiedName({ kind: 'field', target, field: name, optional: false });
  const qualifiedFunction = qualified === undefined ? undefined : findFunction(qualified, args.length);
  if (qualifiedFunction !== undefined) {
    return called(qualifiedFunction, args, scope);
  }
  const macro = MACROS[`${name}/${args.length}`];
  if (macro !== undefined) {
    return { constant: false, evaluate: macro({ target, args, scope }, compile) };
  }
  return called(findMethod(name, args.length + 1) ?? undeclared(name), [target, ...args], scope);
}

function called(run: CelFunction, args: readonly Expression[], scope: Scope): Code {
  const codes = args.map(argument => compile(argument, scope));
  return derived(codes, frame => run(codes.map(code => code.evaluate(frame))));
}

/** `google.protobuf.Timestamp`, and `int` where it is not called. */
function namedType(name: string | undefined, scope: Scope): Code | undefined {
  if (name === undefined || !TYPE_NAMES.has(name) || scope.placeOf(name.split('.')[0]) !== undefined) {
    return undefined;
  }
  return constant(new CelType(name));
}

/** Names with dots between them as one name; undefined when anything else is among them. */
function qualifiedName(expression: Expression): string | undefined {
  const fields: string[] = [];
  let root = expression;
  while (root.kind === 'field' && !root.optional) {
    fields.push(root.field);
    root = root.target;
  }
  return root.kind === 'name' ? [root.name, ...fields.reverse()].join('.') : undefined;
}

function undeclared(name: string): never {
  throw new RuleError(`undeclared reference to '${name}'`);
}
