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
