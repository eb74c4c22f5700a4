import { isObject } from '../is-object';
import type { Field } from './field';

/**
 * Matches of a VirtualService that come first, and take what later ones ask for: those that ask for no more than the path, for the path and one
 * more thing, or for the path and all the same.
 */
export class TakenMatches {
  private readonly byKey = new Map<string, Field>();
  private readonly lengths = new Set<number>();

  public add(match: Field): void {
    const uri = uriOf(match);
    const key = uri === undefined ? undefined : keyOf(isForAll(uri) ? ANY_PATH : uri, conditionsOf(match).join('\n'));
    if (key !== undefined && !this.byKey.has(key)) {
      this.byKey.set(key, match);
      this.lengths.add(uri!.text.length);
    }
  }

  /** The match that takes all that another one asks for. */
  public takerOf(match: Field): Field | undefined {
    const uri = uriOf(match);
    if (uri === undefined) {
      return undefined;
    }
    const conditions = conditionsOf(match);
    const wholes = ['', ...conditions, conditions.join('\n')];
    const keys = this.urisAround(uri).flatMap(wider => wholes.map(whole => keyOf(wider, whole)));
    return keys.map(key => this.byKey.get(key)).find(taker => taker !== undefined);
  }

  /** What asks for the same paths, or for more. */
  private urisAround(uri: Uri): Uri[] {
    const begin = beginOf(uri);
    const prefixes = [...this.lengths].filter(length => length > 0 && length <= begin.length).map(length => begin.slice(0, length));
    return [uri, ANY_PATH, ...prefixes.flatMap(text => [
      ...(uri.ignoresCase && hasCase(text) ? [] : [{ kind: 'prefix', text, ignoresCase: false }]), { kind: 'prefix', text, ignoresCase: true },
    ])];
  }
}

/** What a match asks of the path. */
interface Uri {
  readonly kind: string;
  readonly text: string;
  readonly ignoresCase: boolean;
}

const ANY_PATH: Uri = { kind: 'any', text: '', ignoresCase: false };

/** All paths begin with a slash; istiod makes no further routes behind one for the prefix that asks for nothing else. */
function isForAll({ kind, text }: Uri): boolean {
  return kind === 'prefix' && text === '/';
}

/** Undefined where nobody knows. */
function uriOf(match: Field): Uri | undefined {
  if (!isObject(match.value) || !match.at('uri').isSet) {
    return isObject(match.value) ? ANY_PATH : undefined;
  }
  const [[kind, { text = '' }] = ['', match], ...others] = match.at('uri').entries();
  const isKnown = others.length === 0 && text !== '' && ['exact', 'prefix', 'regex'].includes(kind);
  return isKnown ? { kind, text, ignoresCase: kind !== 'regex' && match.at('ignoreUriCase').value === true } : undefined;
}

/** What all paths begin with that are asked for. */
function beginOf({ kind, text }: Uri): string {
  if (kind !== 'regex') {
    return text;
  }
  // The sign before a quantifier may be missing, and what stands beside an alternative, too.
  const [literal = ''] = text.includes('|') ? [] : /^[\w/-]*(?![?*{\w/-])/.exec(text) ?? [];
  return literal;
}

/** What a match asks for beside the path, each as a text that is the same for all that mean the same. */
function conditionsOf(match: Field): string[] {
  return match.entries().filter(([key]) => !['name', 'uri', 'ignoreUriCase', 'statPrefix'].includes(key)).flatMap(([key, field]) => (
    MAPPINGS.includes(key) ? field.entries().map(([name, { value }]) => `${key} ${name} ${JSON.stringify(value)}`) : `${key} ${JSON.stringify(field.value)}`
  )).sort();
}

/** What asks for all of its entries. */
const MAPPINGS = ['headers', 'queryParams', 'withoutHeaders', 'sourceLabels'];

function keyOf({ kind, text, ignoresCase }: Uri, conditions: string): string {
  return `${kind} ${ignoresCase} ${ignoresCase ? text.toLowerCase() : text}\n${conditions}`;
}

function hasCase(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}
