import type { Code, Literal, Mapping } from './code';
import { quotedText, textLiteral } from './text-literal';

/** Code as text. What is short stands in one line; its further lines are indented by that many spaces. */
export function printCode(code: Code, indent: number): string {
  return fits(code, indent) ? oneLine(code) : manyLines(code, indent);
}

function fits(code: Code, indent: number): boolean {
  return depthOf(code) <= MAX_DEPTH && lengthOf(code, MAX_WIDTH - indent) <= MAX_WIDTH - indent;
}

const MAX_WIDTH = 100;
const MAX_DEPTH = 3;

function manyLines(code: Code, indent: number): string {
  switch (code.type) {
    case 'literal':
    case 'name':
      return oneLine(code);
    case 'member':
      return `${manyLines(code.of, indent)}.${code.name}`;
    case 'list':
      return lines('[', code.items.map(item => printCode(item, indent + 2)), ']', indent);
    case 'mapping': {
      const keys = keyTexts(code);
      return lines('{', code.entries.map(([, value], index) => `${keys[index]}: ${printCode(value, indent + 2)}`), '}', indent);
    }
    case 'call': {
      const begin = `${code.isNew ? 'new ' : ''}${printCode(code.callee, indent)}`;
      const inRow = `${begin}(${code.args.map((arg, index) => (index < code.args.length - 1 ? printCode : lastArgument)(arg, indent)).join(', ')})`;
      // The last argument holds the rest of the lines, unless the first line is long by itself.
      return isNarrow(inRow, indent) ? inRow : begin + lines('(', code.args.map(arg => printCode(arg, indent + 2)), ')', indent);
    }
  }
}

function lastArgument(code: Code, indent: number): string {
  return code.type === 'mapping' || code.type === 'list' ? manyLines(code, indent) : printCode(code, indent);
}

function isNarrow(text: string, indent: number): boolean {
  return (/^.*/.exec(text)?.[0].length ?? 0) + indent <= MAX_FIRST_WIDTH;
}

/** Where a call begins, there may be `const name =` in front of it. */
const MAX_FIRST_WIDTH = 110;

function lines(open: string, entries: readonly string[], close: string, indent: number): string {
  const margin = ' '.repeat(indent);
  return entries.length === 0 ? open + close : `${open}\n${entries.map(entry => `${margin}  ${entry},\n`).join('')}${margin}${close}`;
}

function oneLine(code: Code): string {
  switch (code.type) {
    case 'literal':
      return literalText(code);
    case 'name':
      return code.name;
    case 'member':
      return `${oneLine(code.of)}.${code.name}`;
    case 'list':
      return `[${code.items.map(oneLine).join(', ')}]`;
    case 'mapping': {
      const keys = keyTexts(code);
      return code.entries.length === 0 ? '{}' : `{ ${code.entries.map(([, value], index) => `${keys[index]}: ${oneLine(value)}`).join(', ')} }`;
    }
    case 'call':
      return `${code.isNew ? 'new ' : ''}${oneLine(code.callee)}(${code.args.map(oneLine).join(', ')})`;
  }
}

/** How deep lists and mappings lie in each other. */
function depthOf(code: Code): number {
  switch (code.type) {
    case 'list':
      return 1 + deepest(code.items);
    case 'mapping':
      return 1 + deepest(code.entries.map(([, value]) => value));
    case 'call':
      return deepest(code.args);
    case 'literal':
      return typeof code.value === 'string' && code.value.slice(0, -1).includes('\n') ? MAX_DEPTH + 1 : 0;
    default:
      return 0;
  }
}

function deepest(parts: readonly Code[]): number {
  return parts.reduce((most, part) => Math.max(most, depthOf(part)), 0);
}

/** How long it is in one line; no longer looked at once it is longer than that. */
function lengthOf(code: Code, most: number): number {
  const parts = partsOf(code);
  return parts === undefined ? oneLine(code).length : parts.reduce((sum, part) => (sum > most ? sum : sum + 2 + lengthOf(part, most - sum)), 2);
}

function partsOf(code: Code): readonly Code[] | undefined {
  switch (code.type) {
    case 'list':
      return code.items;
    case 'mapping':
      return code.entries.flatMap(([key, value]) => [{ type: 'literal' as const, value: key }, value]);
    case 'call':
      return [code.callee, ...code.args];
    default:
      return undefined;
  }
}

function literalText({ value }: Literal): string {
  return typeof value === 'string' ? textLiteral(value) : Object.is(value, -0) ? '-0' : String(value);
}

/** Either all keys stand in quotes, or none. */
function keyTexts({ entries }: Mapping): string[] {
  const bare = entries.every(([key]) => key === PROTOTYPE || isBare(key));
  return entries.map(([key]) => {
    if (key === PROTOTYPE) {
      // Without brackets it would be the prototype.
      return `['${PROTOTYPE}']`;
    }
    return bare ? key : quotedText(key);
  });
}

const PROTOTYPE = '__proto__';

function isBare(key: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(key) || /^(?:0|[1-9]\d{0,14})$/.test(key);
}
