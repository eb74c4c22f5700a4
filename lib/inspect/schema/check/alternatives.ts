import { isObject } from '../../is-object';
import { NodeIndex, SchemaNode } from '../node';
import { hasAskedFields } from './asked-fields';
import { Context } from './context';
import { Attempt } from './findings';
import { nameOf } from './wording';

/** Holds a value against one of the alternatives. */
export type CheckAlternative = (value: unknown, alternative: NodeIndex) => void;

/** Holds a value against anyOf, oneOf and not. */
export class Alternatives {
  constructor(private readonly context: Context, private readonly checkOne: CheckAlternative) {}

  public check(value: unknown, node: SchemaNode): void {
    const { any, one, not } = node;
    if ((any === undefined && one === undefined && not === undefined) || hasAskedFields(value, node, this.context.nodes)) {
      return;
    }
    if (any !== undefined) {
      this.checkAny(value, any);
    }
    if (one !== undefined) {
      this.checkOneOf(value, one);
    }
    if (not !== undefined && this.try(value, not).violations === 0) {
      this.addNot(not);
    }
  }

  private checkAny(value: unknown, alternatives: readonly NodeIndex[]): void {
    const attempts = this.tryAll(value, alternatives);
    if (attempts.every(attempt => attempt.violations > 0)) {
      this.blockAs(attempts);
      this.addNone(alternatives, 'at least one of');
    }
  }

  private checkOneOf(value: unknown, alternatives: readonly NodeIndex[]): void {
    const attempts = this.tryAll(value, alternatives);
    const fitting = alternatives.filter((_, place) => attempts[place].violations === 0);
    if (fitting.length === 0) {
      this.blockAs(attempts);
      this.addNone(alternatives, 'exactly one of');
    } else if (fitting.length > 1) {
      this.addSeveral(fitting, alternatives, value);
    }
  }

  private addNone(alternatives: readonly NodeIndex[], wanted: string): void {
    const { findings } = this.context;
    const fields = alternatives.map(index => this.fieldsOf(index));
    if (fields.every(names => names !== undefined)) {
      findings.add({ kind: 'one-of', message: `${nameOf(findings.path)} has none of ${either(fields)}`, expected: `${wanted} ${either(fields)}` });
    } else {
      const message = `${nameOf(findings.path)} matches none of the ${alternatives.length} allowed forms`;
      findings.add({ kind: 'one-of', message });
    }
  }

  private addSeveral(fitting: readonly NodeIndex[], alternatives: readonly NodeIndex[], value: unknown): void {
    const { findings } = this.context;
    const fields = alternatives.map(index => this.fieldsOf(index)).filter(names => names !== undefined);
    const written = fitting.map(index => this.fieldsOf(index));
    if (isObject(value) && written.every(names => names !== undefined)) {
      const wanted = fields.length < alternatives.length ? 'at most one of' : 'exactly one of';
      const message = `${written.map(names => names.join(' with ')).join(' and ')} are mutually exclusive`;
      findings.add({ kind: 'one-of', message, expected: `${wanted} ${either(fields)}` });
    } else {
      const message = `${nameOf(findings.path)} matches ${fitting.length} mutually exclusive forms at once`;
      findings.add({ kind: 'one-of', message });
    }
  }

  private addNot(index: NodeIndex): void {
    const { findings } = this.context;
    const fields = this.fieldsOf(index);
    const message = fields === undefined
      ? `${nameOf(findings.path)} has a form that is not allowed`
      : `${nameOf(findings.path)} must not have ${fields.join(' with ')}`;
    findings.add({ kind: 'one-of', message });
  }

  /** The fields that an alternative asks for, if that is all that it asks. */
  private fieldsOf(index: NodeIndex): readonly string[] | undefined {
    const node = this.context.nodes[index];
    return Object.values(node).filter(said => said !== undefined).length === 1 ? node.r : undefined;
  }

  private try(value: unknown, index: NodeIndex): Attempt {
    return this.context.findings.attempt(() => this.checkOne(value, index));
  }

  private tryAll(value: unknown, alternatives: readonly NodeIndex[]): readonly Attempt[] {
    return alternatives.map(index => this.try(value, index));
  }

  /** The API server adds what it has against the alternative that comes nearest, and that may block. */
  private blockAs(attempts: readonly Attempt[]): void {
    const fewest = Math.min(...attempts.map(attempt => attempt.violations));
    if (attempts.find(attempt => attempt.violations === fewest)?.blocks === true) {
      this.context.findings.block();
    }
  }
}

/** `type with address or type with secretRef` */
function either(alternatives: readonly (readonly string[])[]): string {
  return alternatives.map(names => names.join(' with ')).join(', ').replace(/, (?=[^,]*$)/, ' or ');
}
