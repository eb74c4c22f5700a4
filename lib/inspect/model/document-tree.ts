import { AliasEvent, Event, EVENT_ID, getScalarValue, SCALAR_STYLE, ScalarEvent } from 'js-yaml';
import { keyText } from './kubernetes-schema';
import type { ParsedText } from './parse-text';
import { plainScalar } from './plain-scalar';

/** A node of a YAML text: where it begins, and what is in it. */
export interface TreeNode {
  readonly offset: number;
  /** The pairs of a mapping. */
  readonly entries?: readonly TreeEntry[];
  /** The items of a list. */
  readonly items?: readonly TreeNode[];
  /** True where an alias stands: entries and items are those of the anchor. */
  readonly alias?: boolean;
}

/** One pair of a mapping. */
export interface TreeEntry {
  /** The key in JSON; undefined for one that JSON does not have. */
  readonly key: string | undefined;
  readonly offset: number;
  readonly value: TreeNode;
  /** Whether it is a merge key: the keys of its value are keys of this mapping. */
  readonly merge: boolean;
}

/** The nodes of a document, with their offsets in the text as it was written. */
export function documentTree(parsed: ParsedText): TreeNode {
  return parsed.events.length === 0 ? { offset: 0 } : new TreeReader(parsed).read();
}

/** Where the first key stands that JSON does not have: first in the order in which pairs end. */
export function keyWithoutName({ alias, entries = [], items = [] }: TreeNode): number | undefined {
  if (alias) {
    return undefined;
  }
  for (const part of [...entries, ...items]) {
    const found = 'value' in part ? keyWithoutName(part.value) ?? (part.key === undefined ? part.offset : undefined) : keyWithoutName(part);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

class TreeReader {
  private readonly anchors = new Map<string, TreeNode>();
  /** The first event begins the document. */
  private cursor = 1;
  /** Where the last scalar ended: an empty scalar has no place of its own. */
  private last = 0;

  constructor(private readonly parsed: ParsedText) {}

  private get next(): Event {
    return this.parsed.events[this.cursor];
  }

  public read(): TreeNode {
    const event = this.next;
    this.cursor += 1;
    switch (event.type) {
      case EVENT_ID.MAPPING:
        return this.anchored(event, { offset: this.parsed.written(event.start), entries: this.entries() });
      case EVENT_ID.SEQUENCE:
        return this.anchored(event, { offset: this.parsed.written(event.start), items: this.items() });
      case EVENT_ID.SCALAR:
        return this.anchored(event, { offset: this.parsed.written(this.startOf(event)) });
      case EVENT_ID.ALIAS:
        return { ...this.anchors.get(this.anchorOf(event)), offset: this.parsed.written(event.anchorStart - 1), alias: true };
      default:
        throw new Error(`a node cannot begin with event ${event.type}`);
    }
  }

  private entries(): TreeEntry[] {
    const entries: TreeEntry[] = [];
    while (this.next.type !== EVENT_ID.POP) {
      const event = this.next;
      const { offset } = this.read();
      const plain = event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN;
      const text = event.type === EVENT_ID.SCALAR ? getScalarValue(this.parsed.source, event) : undefined;
      const merge = plain && text === '<<';
      entries.push({ key: keyText(plain ? plainScalar(text!) : text), offset, value: this.read(), merge });
    }
    this.cursor += 1;
    return entries;
  }

  private items(): TreeNode[] {
    const items: TreeNode[] = [];
    while (this.next.type !== EVENT_ID.POP) {
      items.push(this.read());
    }
    this.cursor += 1;
    return items;
  }

  private anchored(event: Exclude<Event, { type: typeof EVENT_ID.POP | typeof EVENT_ID.DOCUMENT }>, node: TreeNode): TreeNode {
    if (event.anchorStart >= 0) {
      this.anchors.set(this.anchorOf(event), node);
    }
    return node;
  }

  private anchorOf({ anchorStart, anchorEnd }: Pick<AliasEvent, 'anchorStart' | 'anchorEnd'>): string {
    return this.parsed.source.slice(anchorStart, anchorEnd);
  }

  private startOf({ valueStart, valueEnd, style }: ScalarEvent): number {
    if (valueStart < 0) {
      return this.last;
    }
    this.last = valueEnd;
    switch (style) {
      case SCALAR_STYLE.PLAIN:
        return valueStart;
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return valueStart - 1;
      case SCALAR_STYLE.LITERAL_BLOCK:
        return this.parsed.source.lastIndexOf('|', valueStart);
      case SCALAR_STYLE.FOLDED_BLOCK:
        return this.parsed.source.lastIndexOf('>', valueStart);
    }
  }
}
