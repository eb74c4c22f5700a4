import { own } from '../../own';
import type { BinarySign, Expression, ListItem, LogicalSign, MapEntry } from './expression';
import { isUnsigned, numberLiteral, stringLiteral } from './literals';
import { RuleError } from './rule-error';
import { tokensOf } from './tokens';
import type { Token } from './tokens';

/** The syntax tree of an expression. @throws RuleError when the text is none. */
export function parse(text: string): Expression {
  return new Parser(tokensOf(text)).whole();
}

const RELATIONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>=', 'in'];
const SUMS: readonly string[] = ['+', '-'];
const PRODUCTS: readonly string[] = ['*', '/', '%'];

const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** How deep expressions may stand in each other's brackets, as on the API server. */
const DEEPEST = 250;

/** One method for each rule of CEL's grammar, from the loosest to the tightest. */
class Parser {
  private place = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  public whole(): Expression {
    const expression = this.expression();
    if (this.next.kind !== 'end') {
      throw this.unexpected();
    }
    return expression;
  }

  private get next(): Token {
    return this.tokens[this.place];
  }

  private expression(): Expression {
    this.depth += 1;
    if (this.depth > DEEPEST) {
      throw new RuleError(`expression recursion limit exceeded: ${DEEPEST}`);
    }
    const expression = this.conditional();
    this.depth -= 1;
    return expression;
  }

  private conditional(): Expression {
    const condition = this.alternatives();
    if (!this.accept('?')) {
      return condition;
    }
    const yes = this.alternatives();
    this.expect(':');
    return { kind: 'conditional', condition, yes, no: this.expression() };
  }

  private alternatives(): Expression {
    return this.logical('||', () => this.logical('&&', () => this.relations()));
  }

  private logical(sign: LogicalSign, operand: () => Expression): Expression {
    const operands = [operand()];
    while (this.accept(sign)) {
      operands.push(operand());
    }
    return operands.length === 1 ? operands[0] : { kind: 'logical', sign, operands };
  }

  private relations(): Expression {
    return this.chain(RELATIONS, () => this.chain(SUMS, () => this.chain(PRODUCTS, () => this.unary())));
  }

  /** Operands with signs of one rank between them, taken from left to right. */
  private chain(signs: readonly string[], operand: () => Expression): Expression {
    let left = operand();
    for (let sign = this.acceptOne(signs); sign !== undefined; sign = this.acceptOne(signs)) {
      left = { kind: 'binary', sign: sign as BinarySign, left, right: operand() };
    }
    return left;
  }

  private unary(): Expression {
    const sign = this.acceptOne(['!', '-']) as '!' | '-' | undefined;
    if (sign === undefined) {
      return this.member(this.primary());
    }
    if (sign === '-' && this.next.kind === 'number' && !isUnsigned(this.next.text)) {
      return this.member({ kind: 'literal', value: numberLiteral(this.take().text, true) });
    }
    return this.signed(sign);
  }

  /** An operand behind one sign or many of it. Two cancel each other out, whatever the operand is. */
  private signed(sign: '!' | '-'): Expression {
    let odd = true;
    while (this.accept(sign)) {
      odd = !odd;
    }
    const operand = this.member(this.primary());
    return odd ? { kind: 'unary', sign, operand } : operand;
  }

  private member(primary: Expression): Expression {
    let target = primary;
    for (let sign = this.acceptOne(['.', '[']); sign !== undefined; sign = this.acceptOne(['.', '['])) {
      target = sign === '.' ? this.field(target) : this.index(target);
    }
    return target;
  }

  private field(target: Expression): Expression {
    const optional = this.accept('?');
    const name = this.name();
    return !optional && this.accept('(')
      ? { kind: 'method', target, name, args: this.until(')', () => this.expression()) }
      : { kind: 'field', target, field: name, optional };
  }

  private index(target: Expression): Expression {
    const optional = this.accept('?');
    const key = this.expression();
    this.expect(']');
    return { kind: 'index', target, key, optional };
  }

  private primary(): Expression {
    switch (this.next.kind) {
      case 'number':
        return { kind: 'literal', value: numberLiteral(this.take().text) };
      case 'string':
        return { kind: 'literal', value: stringLiteral(this.take().text) };
      case 'name':
        return this.named();
      default:
        return this.enclosed();
    }
  }

  private named(): Expression {
    const name = this.name();
    const constant = own(CONSTANTS, name);
    if (constant !== undefined) {
      return { kind: 'literal', value: constant };
    }
    return this.accept('(') ? { kind: 'call', name, args: this.until(')', () => this.expression()) } : { kind: 'name', name };
  }

  private enclosed(): Expression {
    if (this.accept('(')) {
      const expression = this.expression();
      this.expect(')');
      return expression;
    }
    if (this.accept('[')) {
      return { kind: 'list', items: this.until(']', () => this.item()) };
    }
    if (this.accept('{')) {
      return { kind: 'map', entries: this.until('}', () => this.entry()) };
    }
    throw this.unexpected();
  }

  private item(): ListItem {
    return { optional: this.accept('?'), value: this.expression() };
  }

  private entry(): MapEntry {
    const { optional, value: key } = this.item();
    this.expect(':');
    return { optional, key, value: this.expression() };
  }

  /** Parts with commas between them, and one behind the last if one likes. */
  private until<T>(closing: string, part: () => T): T[] {
    const parts: T[] = [];
    while (!this.accept(closing)) {
      if (parts.length > 0) {
        this.expect(',');
        if (this.accept(closing)) {
          break;
        }
      }
      parts.push(part());
    }
    return parts;
  }

  private name(): string {
    if (this.next.kind !== 'name' || this.next.text === 'in') {
      throw this.unexpected();
    }
    return this.take().text;
  }

  private take(): Token {
    return this.tokens[this.place++];
  }

  private accept(text: string): boolean {
    const found = this.next.text === text && this.next.kind !== 'string';
    this.place += found ? 1 : 0;
    return found;
  }

  private acceptOne(texts: readonly string[]): string | undefined {
    return texts.find(text => this.accept(text));
  }

  private expect(text: string): void {
    if (!this.accept(text)) {
      throw this.unexpected();
    }
  }

  private unexpected(): RuleError {
    return new RuleError(`Syntax error: unexpected '${this.next.text}'`);
  }
}
