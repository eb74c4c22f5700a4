/** A text in quotes, a comment, a bracket, or what keeps labels apart. */
const PARTS = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|`[^`]*`|#[^\n]*|\bby\s*\(([^()]*)\)|[()]/gi;

const PERCENTILE = /^\s*histogram_quantile\s*\(\s*[\d.]+\s*,([^]*)\)\s*$/;

/** The labels that results of a query have, where it says so plainly: all its sums are kept apart `by` the same. */
export function resultLabels(query: string): readonly string[] {
  const [, buckets] = PERCENTILE.exec(query) ?? [];
  return buckets === undefined ? keptApart(query) : keptApart(buckets).filter(label => label !== 'le');
}

function keptApart(query: string): readonly string[] {
  const all: string[] = [];
  let depth = 0;
  for (const [part, labels] of query.matchAll(PARTS)) {
    if (labels !== undefined && depth === 0) {
      all.push(labels.split(',').map(label => label.trim()).filter(label => label !== '').join(','));
    } else {
      depth += { '(': 1, ')': -1 }[part] ?? 0;
    }
  }
  const [first = ''] = all;
  return first !== '' && all.every(labels => labels === first) ? first.split(',') : [];
}
