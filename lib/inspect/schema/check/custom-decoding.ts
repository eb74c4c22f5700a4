import { isObject } from '../../is-object';
import { NodeIndex, SchemaNode } from '../node';
import { own } from '../own';
import { Context, OBJECT_FIELDS } from './context';
import { addIfFieldIsNewer, addIfNewer } from './releases';
import { addUnknownField } from './unknown-field';

/**
 * What the API server makes of a custom resource before it looks at a single rule: fields that the schema does not know are dropped (and
 * are a finding), null is dropped where the schema does not allow it, defaults stand for what is absent. The object itself is not changed;
 * what did not change is shared with it.
 *
 * The status is dropped as a whole and never judged: the API server takes it from controllers only.
 */
export class CustomDecoding {
  constructor(private readonly context: Context) {}

  public decode(value: unknown, index: NodeIndex): unknown {
    const node = this.context.nodes[index];
    if (Array.isArray(value)) {
      return node.i === undefined ? value : this.decodeItems(value, node.i);
    }
    if (isObject(value)) {
      return node.t === undefined || node.t === 'o' ? this.decodeFields(value, node) : value;
    }
    if (typeof value === 'string' && node.es !== undefined) {
      addIfNewer(this.context, `the value ${value}`, own(node.es, value));
    }
    return value;
  }

  private decodeItems(items: readonly unknown[], index: NodeIndex): readonly unknown[] {
    let result: unknown[] | undefined;
    for (let place = 0; place < items.length; place += 1) {
      const decoded = this.decodeBelow(items[place], place, index);
      if (decoded !== items[place]) {
        result ??= [...items];
        result[place] = decoded;
      }
    }
    return result ?? items;
  }

  private decodeFields(fields: Readonly<Record<string, unknown>>, node: SchemaNode): Readonly<Record<string, unknown>> {
    let result: Record<string, unknown> | undefined;
    for (const key in fields) {
      const decoded = this.decodeField(fields[key], key, node);
      if (decoded === undefined) {
        result ??= { ...fields };
        delete result[key];
      } else if (decoded !== fields[key]) {
        result ??= { ...fields };
        result[key] = decoded;
      }
    }
    return node.d === undefined ? result ?? fields : this.withDefaults(result ?? fields, node);
  }

  /** The value as it is kept; undefined when it is dropped. */
  private decodeField(value: unknown, key: string, node: SchemaNode): unknown {
    const { findings, nodes } = this.context;
    if ((node.emb === 1 && OBJECT_FIELDS.has(key)) || value === undefined) {
      return value;
    }
    if (key === 'status' && findings.path.length === 0) {
      return undefined;
    }
    const child = own(node.p, key) ?? node.a;
    if (child === undefined) {
      return this.unknownField(value, key, node);
    }
    addIfFieldIsNewer(this.context, node.s, key);
    return value === null && nodes[child].nul !== 1 ? undefined : this.decodeBelow(value, key, child);
  }

  private unknownField(value: unknown, key: string, node: SchemaNode): unknown {
    if (node.k === 1) {
      return value;
    }
    addUnknownField(this.context, node, key, value);
    return undefined;
  }

  private withDefaults(fields: Readonly<Record<string, unknown>>, node: SchemaNode): Readonly<Record<string, unknown>> {
    const absent = Object.keys(node.d!).filter(key => !Object.hasOwn(fields, key));
    return absent.length === 0 ? fields : {
      ...fields,
      ...Object.fromEntries(absent.map(key => [key, this.decodeBelow(node.d![key], key, node.p![key])])),
    };
  }

  private decodeBelow(value: unknown, step: string | number, index: NodeIndex): unknown {
    this.context.findings.path.push(step);
    const decoded = this.decode(value, index);
    this.context.findings.path.pop();
    return decoded;
  }
}
