import { count } from '../../count';
import { SchemaNode } from '../node';
import { codePointCount } from '../syntax/code-points';
import { hasFormat } from '../syntax/formats';
import { matcherOf } from '../syntax/re2';
import { Findings } from './findings';
import { patternWords } from './pattern-words';
import { nameOf, placeOf, shown } from './wording';

/** Holds a string against the length, the pattern and the format of its schema, and stops at the first that it breaks. */
export function checkString(value: string, node: SchemaNode, findings: Findings): void {
  if (node.maxl !== undefined && value.length > node.maxl && codePointCount(value) > node.maxl) {
    findings.block();
    addLength(value, 'at most', node.maxl, findings);
  } else if (node.minl !== undefined && codePointCount(value) < node.minl) {
    addLength(value, 'at least', node.minl, findings);
  } else if (node.re !== undefined && !matcherOf(node.re)(value)) {
    addPattern(value, node.re, findings);
  }
  if (node.f !== undefined && !hasFormat(value, node.f)) {
    // To the API server a format is a type.
    findings.block();
    findings.add({ kind: 'format', message: `invalid ${nameOf(findings.path)} ${shown(value)}`, expected: `the format ${node.f}` });
  }
}

function addPattern(value: string, pattern: string, findings: Findings): void {
  const words = patternWords(pattern);
  const field = placeOf(findings.path)?.replaceAll('[]', '') ?? '';
  findings.add({
    kind: 'pattern',
    message: `invalid ${nameOf(findings.path)} ${shown(value)}: does not match its pattern`,
    expected: words?.expected ?? pattern,
    repair: words?.repair(value, field),
  });
}

function addLength(value: string, bound: string, limit: number, findings: Findings): void {
  // Of a length nobody has to be told that it is one of characters.
  const expected = `${bound} ${value === '' ? count(limit, 'character') : limit}`;
  const length = value === '' ? 'is empty' : `has ${count(codePointCount(value), 'character')}`;
  findings.add({ kind: 'bounds', message: `${nameOf(findings.path)} ${length}`, expected });
}

/** Holds a number against the bounds of its schema. */
export function checkNumber(value: number, node: SchemaNode, findings: Findings): void {
  const { min, max, mul, xmin, xmax } = node;
  if (max !== undefined && isBeyond(value, max, xmax)) {
    addBound(value, `${xmax === 1 ? 'less than' : 'at most'} ${max}`, findings);
  }
  if (min !== undefined && isBeyond(-value, -min, xmin)) {
    addBound(value, `${xmin === 1 ? 'more than' : 'at least'} ${min}`, findings);
  }
  if (mul !== undefined && !isWhole(mul < 1 ? (1 / mul) * value : value / mul)) {
    addBound(value, `a multiple of ${mul}`, findings);
  }
}

function isBeyond(value: number, bound: number, excluded: 1 | undefined): boolean {
  return value > bound || (value === bound && excluded === 1);
}

function addBound(value: number, expected: string, findings: Findings): void {
  findings.add({ kind: 'bounds', message: `${nameOf(findings.path)} is ${value}`, expected });
}

/**
 * Whether the API server takes a number for an integer: whole numbers of 64 bits, and what differs from a whole number by less than
 * a billionth. How the number was written (`3`, `3.0`, `0.3e1`) is the same to it.
 */
export function isWhole(value: number): boolean {
  if (Number.isInteger(value)) {
    return Math.abs(value) <= 2 ** 63;
  }
  const whole = Math.trunc(value);
  return Math.abs(value) < Number.MAX_SAFE_INTEGER && whole > 0 && (value - whole) / (value + whole) < 1e-9;
}
