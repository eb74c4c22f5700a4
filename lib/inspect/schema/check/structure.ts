import { count } from '../../count';
import { isObject } from '../../is-object';
import { NodeIndex, SchemaNode } from '../node';
import { own } from '../own';
import { Alternatives } from './alternatives';
import { Context } from './context';
import { canonical, duplicates } from './duplicates';
import { checkEmbedded } from './metadata';
import { addMissing, addNotInEnum, addWrongType } from './misfits';
import { checkNumber, checkString, isWhole } from './scalars';
import { typeTests } from './type-tests';
import { nameOf, shown } from './wording';

/**
 * Holds a decoded custom resource against its schema: types, enums, bounds, patterns, formats, required fields, alternatives, lists whose
 * items are unique, embedded objects. CEL rules on the way are set aside, for they run when the rest is right.
 */
export class StructureCheck {
  private readonly alternatives: Alternatives;

  constructor(private readonly context: Context) {
    this.alternatives = new Alternatives(context, (value, index) => this.check(value, index));
  }

  /** @param typed the node that says of what type the value is: another one for a part of allOf, which only adds rules */
  public check(value: unknown, index: NodeIndex, typed = index): void {
    const node = this.context.nodes[index];
    if (!this.checkType(value, node)) {
      return;
    }
    if (node.v !== undefined && value !== null) {
      this.context.findings.defer(node.v, typed, value);
    }
    this.checkContent(value, node);
    if (node.e !== undefined) {
      this.checkEnum(value, node.e);
    }
    node.all?.forEach(part => this.check(value, part, typed));
    this.alternatives.check(value, node);
  }

  private checkType(value: unknown, node: SchemaNode): boolean {
    if (value === null ? node.nul === 1 || node.t === undefined : hasType(value, node)) {
      return true;
    }
    this.context.findings.block();
    addWrongType(this.context.findings, value, node, this.context.nodes);
    return false;
  }

  private checkContent(value: unknown, node: SchemaNode): void {
    if (typeof value === 'string') {
      checkString(value, node, this.context.findings);
    } else if (typeof value === 'number') {
      checkNumber(value, node, this.context.findings);
    } else if (Array.isArray(value)) {
      this.checkItems(value, node);
    } else if (isObject(value)) {
      this.checkFields(value, node);
    }
  }

  private checkItems(items: readonly unknown[], node: SchemaNode): void {
    this.checkCount(items.length, 'item', node.mini, node.maxi);
    if (node.i !== undefined) {
      for (let place = 0; place < items.length; place += 1) {
        this.checkBelow(items[place], place, node.i);
      }
    }
    if (node.lt !== undefined) {
      this.checkUnique(items, node);
    }
  }

  private checkUnique(items: readonly unknown[], node: SchemaNode): void {
    const { findings } = this.context;
    for (const place of duplicates(items, node)) {
      const twice = node.lt === 'set' ? shown(items[place]) : `${(node.lk ?? []).join(' and ')}`;
      findings.add({ kind: 'duplicate', message: `duplicate ${twice} in ${nameOf(findings.path)}`, expected: 'each item only once' }, place);
    }
  }

  private checkFields(fields: Readonly<Record<string, unknown>>, node: SchemaNode): void {
    if (node.minp !== undefined || node.maxp !== undefined) {
      this.checkCount(Object.keys(fields).length, 'property', node.minp, node.maxp);
    }
    for (const key in fields) {
      const child = own(node.p, key) ?? node.a;
      if (child !== undefined) {
        this.checkBelow(fields[key], key, child);
      }
    }
    this.checkRequired(fields, node);
    if (node.emb === 1 && this.context.findings.path.length > 0) {
      checkEmbedded(this.context, fields);
    }
  }

  private checkRequired(fields: Readonly<Record<string, unknown>>, { r, p }: SchemaNode): void {
    for (const key of r ?? NONE) {
      if (!Object.hasOwn(fields, key)) {
        this.context.findings.block();
        addMissing(this.context.findings, key, this.context.nodes[own(p, key) ?? -1]);
      }
    }
  }

  private checkEnum(value: unknown, values: readonly unknown[]): void {
    if (!values.some(allowed => (isScalar(allowed) ? allowed === value && value !== null : canonical(allowed) === canonical(value)))) {
      this.context.findings.block();
      addNotInEnum(this.context.findings, value, values);
    }
  }

  private checkCount(number: number, what: string, least: number | undefined, most: number | undefined): void {
    if (most !== undefined && number > most) {
      this.context.findings.block();
      this.addCount(number, what, `at most ${most}`);
    } else if (least !== undefined && number < least) {
      this.addCount(number, what, `at least ${least}`);
    }
  }

  private addCount(number: number, what: string, expected: string): void {
    const { findings } = this.context;
    findings.add({ kind: 'bounds', message: `${nameOf(findings.path)} has ${count(number, what)}`, expected });
  }

  private checkBelow(value: unknown, step: string | number, index: NodeIndex): void {
    this.context.findings.path.push(step);
    this.check(value, index);
    this.context.findings.path.pop();
  }
}

const NONE: readonly string[] = [];

const HAS_TYPE = typeTests(value => typeof value === 'number' && isWhole(value));

function hasType(value: unknown, { t, f }: SchemaNode): boolean {
  if (f !== undefined && Array.isArray(value)) {
    // The API server does not hold a list against a format, and with a format not against the type either.
    return true;
  }
  return t === undefined ? f === undefined || typeof value === 'string' : HAS_TYPE[t](value);
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
