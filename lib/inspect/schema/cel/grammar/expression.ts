import type { CelValue } from '../values/value';

/** The signs that stand between two expressions. */
export type BinarySign = '!=' | '==' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/' | '%';

/** The signs that stand between conditions. However many there are in a row, they are one expression. */
export type LogicalSign = '&&' | '||';

/** The syntax tree of an expression. Macros are method calls here. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: CelValue }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'field'; readonly target: Expression; readonly field: string; readonly optional: boolean }
  | { readonly kind: 'index'; readonly target: Expression; readonly key: Expression; readonly optional: boolean }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'method'; readonly target: Expression; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'map'; readonly entries: readonly MapEntry[] }
  | { readonly kind: 'unary'; readonly sign: '!' | '-'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly sign: BinarySign; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'logical'; readonly sign: LogicalSign; readonly operands: readonly Expression[] }
  | { readonly kind: 'conditional'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression };

/** `item`, or `?item` that is there only if the optional value is. */
export interface ListItem {
  readonly value: Expression;
  readonly optional: boolean;
}

/** `key: value`, or `?key: value`. */
export interface MapEntry extends ListItem {
  readonly key: Expression;
}
