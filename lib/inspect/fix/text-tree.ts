import { COLLECTION_STYLE, Event, EVENT_ID, getScalarValue, MappingEvent, SCALAR_STYLE, ScalarEvent, SequenceEvent } from 'js-yaml';
import { groupBy } from '../group-by';
import type { ParsedText } from '../model/parse-text';
import { oncePer } from '../once-per';
import type { ObjectPath } from '../schema/violation';

/** A node of a YAML text, with the place of each part that can be changed. */
export interface TextNode {
  readonly start: number;
  /** Where a scalar ends; of a collection, where its last part does. */
  readonly end: number;
  readonly style: 'block' | 'flow' | 'plain' | 'single' | 'double' | 'lines' | 'nothing' | 'alias';
  /** Whether an alias brings it to another place. */
  readonly isShared: boolean;
  readonly hasTag: boolean;
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
export function entryOf({ entries = NO_ENTRIES }: TextNode, key: string): TextEntry | undefined {
  const found = byKey(entries).get(key);
  return found?.length === 1 ? found[0] : undefined;
}

/** Whether a mapping has a key, once or more often. */
export function hasEntry({ entries = NO_ENTRIES }: TextNode, key: string): boolean {
  return byKey(entries).has(key);
}

const NO_ENTRIES: readonly TextEntry[] = [];

/** Of a mapping with thousands of pairs, many may be asked for. */
const byKey = oncePer((entries: readonly TextEntry[]) => groupBy(entries, ({ key }) => key));

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
  private readonly shared: ReadonlySet<number>;

  constructor(private readonly parsed: ParsedText) {
    this.shared = sharedAnchors(parsed);
  }

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
        return { ...scalar(event), ...this.properties(event) };
      case EVENT_ID.ALIAS:
        return { start: event.anchorStart - 1, end: event.anchorEnd, style: 'alias', isShared: false, hasTag: false };
      default:
        throw new Error(`a node cannot begin with event ${event.type}`);
    }
  }

  private properties({ anchorStart, tagStart }: MappingEvent | SequenceEvent | ScalarEvent): Pick<TextNode, 'isShared' | 'hasTag'> {
    return { isShared: this.shared.has(anchorStart), hasTag: tagStart >= 0 };
  }

  private collection(event: MappingEvent | SequenceEvent, parts: Pick<TextNode, 'entries' | 'items'>): TextNode {
    const ends = [...parts.entries ?? [], ...parts.items ?? []].map(part => ('value' in part ? Math.max(part.name.end, part.value.end) : part.end));
    const { start, style } = event;
    return { start, end: ends.at(-1) ?? start, style: style === COLLECTION_STYLE.FLOW ? 'flow' : 'block', ...this.properties(event), ...parts };
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

/** Where the anchors are to which an alias leads: to the last one of its name before it. */
function sharedAnchors({ source, events }: ParsedText): Set<number> {
  const [latest, shared] = [new Map<string, number>(), new Set<number>()];
  for (const event of events) {
    if (!('anchorStart' in event) || event.anchorStart < 0) {
      continue;
    }
    const name = source.slice(event.anchorStart, event.anchorEnd);
    if (event.type === EVENT_ID.ALIAS) {
      shared.add(latest.get(name) ?? -1);
    } else {
      latest.set(name, event.anchorStart);
    }
  }
  return shared;
}

function scalar({ valueStart, valueEnd, style }: ScalarEvent): Pick<TextNode, 'start' | 'end' | 'style'> {
  if (valueStart < 0) {
    return { start: -1, end: -1, style: 'nothing' };
  }
  const quote = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
  return { start: valueStart - quote, end: valueEnd + quote, style: STYLES[style] };
}
