import { isObject } from '../../is-object';
import { METADATA, NodeIndex, SchemaNode } from '../node';
import { own } from '../own';
import { isQuantity } from '../syntax/quantity';
import { isGoTime } from '../syntax/time';
import { Context, OBJECT_FIELDS } from './context';
import { checkLabelsAndAnnotations } from './metadata-rules';
import { addEmpty, addMissing, addNotInEnum, addWrongType } from './misfits';
import { typeTests } from './type-tests';
import { addUnknownField } from './unknown-field';
import { nameOf, shown, TYPE_NAMES } from './wording';

/**
 * Holds a value against the Go type that the API server decodes it into: types and widths, unknown fields (a key in another case is one),
 * quantities, times, base64. Null is as good as absent everywhere, and so is an empty string or list where something is required.
 *
 * The API server goes on with hand-written rules: that a selector matches the template, that port numbers are in range, that names in a
 * list are unique. Of those only what OpenAPI tells too is judged here, required fields and enums; native-rules.ts has others.
 */
export class NativeCheck {
  /** @param nodes the nodes that indices refer to: those of the object's table, or those of ObjectMeta */
  constructor(private readonly context: Context, private readonly nodes = context.nodes) {}

  public check(value: unknown, index: NodeIndex): void {
    if (index === METADATA) {
      this.checkMetadata(value);
    } else if (value !== null && value !== undefined && this.context.findings.path.length < DEEPEST) {
      this.checkValue(value, this.nodes[index]);
    }
  }

  private checkValue(value: unknown, node: SchemaNode): void {
    if (node.t !== undefined && !HAS_TYPE[node.t](value)) {
      addWrongType(this.context.findings, value, node, this.nodes);
    } else if (isObject(value)) {
      this.checkFields(value, node);
    } else if (Array.isArray(value)) {
      this.checkItems(value, node);
    } else {
      this.checkScalar(value, node);
    }
  }

  private checkFields(fields: Readonly<Record<string, unknown>>, node: SchemaNode): void {
    const isRoot = this.context.findings.path.length === 0;
    for (const key in fields) {
      const child = own(node.p, key) ?? node.a;
      if (isRoot && (OBJECT_FIELDS.has(key) || key === 'status')) {
        continue;
      }
      if (child !== undefined) {
        this.checkBelow(fields[key], key, child);
      } else if (node.p !== undefined && fields[key] !== undefined) {
        addUnknownField(this.context, node, key, fields[key]);
      }
    }
    this.checkRequired(fields, node);
  }

  private checkRequired(fields: Readonly<Record<string, unknown>>, { r, p }: SchemaNode): void {
    for (const key of r ?? NONE) {
      const value = own(fields, key);
      if (value === '' || (Array.isArray(value) && value.length === 0)) {
        addEmpty(this.context.findings, key, value);
      } else if (value === undefined || value === null) {
        addMissing(this.context.findings, key, this.nodes[own(p, key) ?? -1]);
      }
    }
  }

  private checkItems(items: readonly unknown[], { i }: SchemaNode): void {
    if (i !== undefined) {
      // Null in a list of objects becomes an empty object, which may lack required fields.
      const empty = i !== METADATA && this.nodes[i].t === 'o' ? NO_FIELDS : null;
      for (let place = 0; place < items.length; place += 1) {
        this.checkBelow(items[place] ?? empty, place, i);
      }
    }
  }

  private checkScalar(value: unknown, node: SchemaNode): void {
    const { findings } = this.context;
    const format = FORMATS[FORMAT_OF_TYPE[node.t ?? ''] ?? node.f ?? ''];
    if (format !== undefined && !format.fits(value)) {
      const kind = typeof value === 'number' ? 'bounds' : 'format';
      findings.add({ kind, message: `invalid ${nameOf(findings.path)} ${shown(value)}`, expected: format.expected });
    }
    if (node.e !== undefined && value !== '' && !node.e.includes(value)) {
      addNotInEnum(findings, value, node.e);
    }
  }

  private checkMetadata(value: unknown): void {
    const { findings, metadata } = this.context;
    const before = findings.size;
    new NativeCheck(this.context, metadata.nodes).check(value, metadata.root);
    if (findings.size === before && isObject(value)) {
      checkLabelsAndAnnotations(value, findings);
    }
  }

  private checkBelow(value: unknown, step: string | number, index: NodeIndex): void {
    this.context.findings.path.push(step);
    this.check(value, index);
    this.context.findings.path.pop();
  }
}

/** No built-in kind but a schema in a CRD is as deep, and no schema that a person wrote. */
const DEEPEST = 500;

const NONE: readonly string[] = [];

const NO_FIELDS = {};

const HAS_TYPE = typeTests(Number.isInteger);

/** Types that have a format without naming one. */
const FORMAT_OF_TYPE: Readonly<Record<string, string>> = { q: 'quantity', x: 'int-or-string' };

interface Format {
  readonly fits: (value: unknown) => boolean;
  readonly expected: string;
}

const INT32: Format = { fits: value => Number(value) >= -(2 ** 31) && Number(value) < 2 ** 31, expected: 'a 32-bit integer' };

const FORMATS: Readonly<Record<string, Format>> = {
  'byte': { fits: value => BASE64.test(String(value).replace(/[\r\n]/g, '')), expected: 'base64' },
  'date-time': { fits: value => isGoTime(String(value)), expected: 'a time such as 2006-01-02T15:04:05Z' },
  'int32': INT32,
  'int64': { fits: value => Math.abs(Number(value)) <= 2 ** 63, expected: 'a 64-bit integer' },
  'int-or-string': { fits: value => typeof value === 'string' || INT32.fits(value), expected: INT32.expected },
  'quantity': { fits: value => isQuantity(String(value)), expected: TYPE_NAMES.q },
};

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
