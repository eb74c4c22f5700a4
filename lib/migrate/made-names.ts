import type { ObjectName } from './source-object';

/** Names for the charts of one import: file and class, each once. */
export class ChartNames {
  private readonly stems = new Set<string>();
  private readonly classes = new Set<string>();

  public of(namespace: string | undefined): { readonly stem: string; readonly className: string } {
    const stem = unique(namespace === undefined ? 'cluster' : wordsOf(namespace).join('-') || 'namespace', '-', this.stems);
    const words = wordsOf(stem).map(word => word[0].toUpperCase() + word.slice(1)).join('');
    return { stem, className: unique(`${/^\d/.test(words) ? 'N' : ''}${words}Chart`, '', this.classes) };
  }
}

/** Ids for the constructs of one chart: `virtual-service-orders`. They depend on no other object of another name or kind. */
export class IdsOfChart {
  private readonly ids = new Set<string>();

  /** Keeps an id for something else. */
  public claim(id: string): void {
    this.ids.add(id);
  }

  public of({ apiVersion, kind, name }: ObjectName): string {
    const id = `${wordsOf(kind).join('-')}-${name.replaceAll('/', '-')}`;
    return this.ids.has(id) ? unique(`${id}-${wordsOf(apiVersion.replace(/\/?[^/]*$/, '')).join('-')}`, '-', this.ids) : unique(id, '-', this.ids);
  }
}

/** `HTTPRoute` has the words http and route. */
function wordsOf(text: string): string[] {
  return (text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map(word => word.toLowerCase());
}

function unique(text: string, separator: string, known: Set<string>): string {
  let made = text;
  for (let number = 2; known.has(made); number += 1) {
    made = `${text}${separator}${number}`;
  }
  known.add(made);
  return made;
}

/** Names for the constants of one chart, each for one thing. */
export class ConstantNames {
  private readonly byThing = new Map<string, string>();
  private readonly taken: Set<string>;

  /** @param known names that stand for something else */
  constructor(known: Iterable<string>) {
    this.taken = new Set([...known, ...RESERVED]);
  }

  public of(thing: string): string {
    const known = this.byThing.get(thing);
    if (known !== undefined) {
      return known;
    }
    const [first = 'it', ...words] = wordsOf(thing);
    const camel = [first, ...words.map(word => word[0].toUpperCase() + word.slice(1))].join('');
    const made = unique(/^\d/.test(camel) ? `n${camel}` : camel, '', this.taken);
    this.byThing.set(thing, made);
    return made;
  }
}

const RESERVED = (
  'abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default delete do else enum eval export '
  + 'extends false finally for from function get id if implements import in instanceof interface is keyof let module namespace never new null number object '
  + 'of package private protected public readonly require return scope set static string super switch symbol this throw true try type typeof undefined '
  + 'unknown using var void while with yield'
).split(' ');
