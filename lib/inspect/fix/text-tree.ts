import { COLLECTION_STYLE, Event, EVENT_ID, getScalarValue, SCALAR_STYLE, ScalarEvent } from 'js-yaml';
import type { ParsedText } from '../model/parse-text';
import type { ObjectPath } from '../schema/violation';

/** A node of a YAML text, with the place of each part that can be changed. */
export interface TextNode {
  readonly start: number;
  /** Where a scalar ends; of a collection, where its last part does. */
  readonly end: number;
  readonly style: 'block' | 'flow' | 'plain' | 'single' | 'double' | 'lines' | 'nothing' | 'alias';
  readonly entries?: readonly TextEntry[];
  readonly items?: readonly TextNode[];
}

/** One pair of a mapping. */
export interface TextEntry {
  /** The text of its key; undefined for a key that is no scalar. */
  readonly key?: string;
  readonly name: TextNode;
  readonly value: TextNode;
}

/** The nodes of a text. Anchors and tags stand before `start`; an alias has nothing in it. */
export function textTree(parsed: ParsedText): TextNode {
  return new TextReader(parsed).read();
}

/** The nodes on the way along a path, the root first; undefined where it leads to nothing, to two things, or through an alias. */
export function nodesAlong(root: TextNode, path: ObjectPath): readonly TextNode[] | undefined {
  const nodes = [root];
  for (const step of path) {
    const here = nodes[nodes.length - 1];
    const next = typeof step === 'number' ? here.items?.[step] : entryOf(here, step)?.value;
    if (next === undefined) {
      return undefined;
    }
    nodes.push(next);
  }
  return nodes;
}

/** The pair of a key, if there is one alone. */
export function entryOf({ entries = [] }: TextNode, key: string): TextEntry | undefined {
  const found = entries.filter(entry => entry.key === key);
  return found.length === 1 ? found[0] : undefined;
}

const STYLES = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'lines',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'lines',
} as const;

class TextReader {
  /** The first event begins the document. */
  private cursor = 1;

  constructor(private readonly parsed: ParsedText) {}

  private get next(): Event {
    return this.parsed.events[this.cursor];
  }

  public read(): TextNode {
    const event = this.next;
    this.cursor += 1;
    switch (event.type) {
      case EVENT_ID.MAPPING:
        return this.collection(event, { entries: this.entries() });
      case EVENT_ID.SEQUENCE:
        return this.collection(event, { items: this.items() });
      case EVENT_ID.SCALAR:
        return scalar(event);
      case EVENT_ID.ALIAS:
        return { start: event.anchorStart - 1, end: event.anchorEnd, style: 'alias' };
      default:
        throw new Error(`a node cannot begin with event ${event.type}`);
    }
  }

  private collection({ start, style }: { readonly start: number; readonly style: number }, parts: Pick<TextNode, 'entries' | 'items'>): TextNode {
    const ends = [...parts.entries ?? [], ...parts.items ?? []].map(part => ('value' in part ? Math.max(part.name.end, part.value.end) : part.end));
    return { start, end: ends.at(-1) ?? start, style: style === COLLECTION_STYLE.FLOW ? 'flow' : 'block', ...parts };
  }

  private entries(): TextEntry[] {
    const entries: TextEntry[] = [];
    while (this.next.type !== EVENT_ID.POP) {
      const event = this.next;
      const name = this.read();
      entries.push({ key: event.type === EVENT_ID.SCALAR ? getScalarValue(this.parsed.source, event) : undefined, name, value: this.read() });
    }
    this.cursor += 1;
    return entries;
  }

  private items(): TextNode[] {
    const items: TextNode[] = [];
    while (this.next.type !== EVENT_ID.POP) {
      items.push(this.read());
    }
    this.cursor += 1;
    return items;
  }
}

function scalar({ valueStart, valueEnd, style }: ScalarEvent): TextNode {
  if (valueStart < 0) {
    return { start: -1, end: -1, style: 'nothing' };
  }
  const quote = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
  return { start: valueStart - quote, end: valueEnd + quote, style: STYLES[style] };
}
