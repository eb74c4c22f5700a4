import type { TraceTagIntent } from './private/telemetry/telemetry-intent';

/** What a tag of a trace says. */
export class TraceTag {
  /** A variable of the environment of the proxy. @throws when the name is empty */
  public static environment(name: string, fallback?: string): TraceTag {
    return new TraceTag({ from: 'environment', name: requireText(name, 'TraceTag.environment'), fallback });
  }

  /** What the mesh knows of a request, as in formats of its log: `%PROTOCOL%`. @throws when it is empty */
  public static format(format: string): TraceTag {
    return new TraceTag({ from: 'expression', value: requireText(format, 'TraceTag.format') });
  }

  /** A header of the request. @param fallback where it has none; by default such a request gets no tag @throws when the name is none of a header */
  public static header(name: string, fallback?: string): TraceTag {
    if (!HEADER.test(name)) {
      throw new Error(`TraceTag.header: "${name}" is not a header name. Use one such as "x-user-id".`);
    }
    return new TraceTag({ from: 'header', name, fallback });
  }

  /** The same for all. @throws when it is empty */
  public static literal(value: string): TraceTag {
    return new TraceTag({ from: 'literal', value: requireText(value, 'TraceTag.literal') });
  }

  /** @internal */
  public readonly _intent: TraceTagIntent;

  private constructor(intent: TraceTagIntent) {
    this._intent = intent;
  }
}

const HEADER = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

function requireText(text: string, call: string): string {
  if (text === '') {
    throw new Error(`${call}: the text is empty, which the mesh rejects. Set the value of the tag.`);
  }
  return text;
}
