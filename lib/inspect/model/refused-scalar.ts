import { COLLECTION_STYLE, Event, EVENT_ID, SCALAR_STYLE, ScalarEvent } from 'js-yaml';
import type { Mistake } from './document-problem';
import type { ParsedText } from './parse-text';

/**
 * The first of what Kubernetes does not take in texts: escapes of JSON, question marks within brackets where there are no quotes, and anchors
 * whose names have other characters than its own. js-yaml takes a key right behind a closing quote, too.
 */
export function refusedScalar({ source, events, written }: ParsedText): Mistake | undefined {
  if (!SUSPICIOUS.test(source)) {
    return undefined;
  }
  const flow: boolean[] = [];
  for (const event of events) {
    enterOrLeave(event, flow);
    const found = refusedAnchor(event, source) ?? (event.type === EVENT_ID.SCALAR ? refusedIn(event, source, flow.at(-1)!) : undefined);
    if (found !== undefined) {
      return { ...found, offset: written(found.offset) };
    }
  }
  return undefined;
}

const SUSPICIOUS = /[\\?]|["']\w|&[-\w]*[^-\w\s,\]}]/;

/** An alias with such a name leads to such an anchor, or to none. */
function refusedAnchor(event: Event, source: string): Mistake | undefined {
  if (!('anchorStart' in event) || event.anchorStart < 0 || event.type === EVENT_ID.ALIAS) {
    return undefined;
  }
  const { anchorStart, anchorEnd } = event;
  return ANCHOR.test(source.slice(anchorStart, anchorEnd)) && !/[[{]/.test(source.charAt(anchorEnd)) ? undefined : {
    offset: anchorStart - 1,
    message: 'an anchor name may contain only ASCII letters, digits, "_" and "-"',
    repair: 'rename the anchor, or quote the value if it is text',
  };
}

const ANCHOR = /^[-\w]+$/;

/** Keeps whether we are within brackets. */
function enterOrLeave(event: Event, flow: boolean[]): void {
  if (event.type === EVENT_ID.POP) {
    flow.pop();
  } else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
    flow.push(event.style === COLLECTION_STYLE.FLOW);
  } else if (event.type === EVENT_ID.DOCUMENT) {
    flow.push(false);
  }
}

function refusedIn(event: ScalarEvent, source: string, inFlow: boolean): Mistake | undefined {
  const { style, fast, valueStart, valueEnd } = event;
  if (isQuoted(event) && /\w/.test(source.charAt(valueEnd + 1))) {
    return { offset: valueEnd + 1, message: 'unexpected text after the closing quote', repair: 'put it inside the quotes, or on the next line' };
  }
  // What can be taken as it stands has no escapes.
  if (style === SCALAR_STYLE.DOUBLE_QUOTED && !fast) {
    return refusedEscape(source.slice(valueStart, valueEnd), valueStart);
  }
  const mark = style === SCALAR_STYLE.PLAIN && inFlow ? source.slice(valueStart, valueEnd).indexOf('?', 1) : -1;
  return mark < 0 ? undefined : { offset: valueStart + mark, message: 'within brackets, "?" must be quoted', repair: 'quote the text' };
}

function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.DOUBLE_QUOTED || style === SCALAR_STYLE.SINGLE_QUOTED;
}

function refusedEscape(text: string, start: number): Mistake | undefined {
  for (const { index, groups = {} } of text.matchAll(ESCAPE)) {
    if (groups.slash !== undefined) {
      return { offset: start + index, message: 'Kubernetes does not accept the escape "\\/" in YAML', repair: 'write the slash alone' };
    }
    if (groups.code !== undefined) {
      return { offset: start + index, message: `the escape "${groups.code}" is not a valid character`, repair: 'write the character itself' };
    }
  }
  return undefined;
}

/** An escape, among them those for halves of characters and for what lies behind the last character of all. */
const ESCAPE = /(?<code>\\(?:(?:u|U0000)[dD][89a-fA-F]..|U(?!00(?:0|10)).{8}))|\\(?:(?<slash>\/)|[^])/g;
