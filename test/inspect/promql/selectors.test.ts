import { seriesSelectors } from '../../../lib/inspect/promql/selectors';

/** Each selector as `metric{matchers} by (...)`, the innermost aggregation first. */
function read(query: string): string[] {
  return seriesSelectors(query).map(({ metric, matchers, groupings }) => [
    `${metric}{${matchers.map(({ label, operator, value }) => `${label}${operator}${value}`).join(',')}}`,
    ...groupings.map(({ isWithout, labels, isOpen }) => `${isWithout ? 'without' : 'by'}(${isOpen ? '?' : labels.join(',')})`),
  ].join(' '));
}

test.each([
  ['up', ['up{}']],
  ['sum(rate(a{b="c", d!~"e|f"}[5m] offset 1h))', ['a{b=c,d!~e|f} by()']],
  ['sum by (x, y) (a) / on (x) group_left (z) sum(b) without (w)', ['a{} by(x,y)', 'b{} without(w)']],
  ['max(sum by (x) (a)) by (y)', ['a{} by(x) by(y)']],
  ['histogram_quantile(0.9, sum(rate(a_bucket[1m:10s])) by (le))', ['a_bucket{} by(le)']],
  ['topk(5, a) or topk by (x) (5, b)', ['a{}', 'b{}']],
  ['{__name__="a", b=\'c\'} > bool 3', ['a{__name__=a,b=c}']],
  ['label_replace(a, "x", "$1", "y", "(.*)") # a comment (', ['a{}']],
  ['quantile by ($labels) (0.9, a{b="$c"})', ['a{b=$c} by(?)']],
  ['rate(a{b="{{ target }}"}[{{ interval }}])', ['a{b={{ target }}}']],
  ['SUM(a) BY (x)', ['a{} by(x)']],
])('the selectors of %s', (query, selectors) => {
  expect(read(query)).toEqual(selectors);
});

test.each(['sum(a', 'sum(a))', 'a{b="c"', 'sum by (x (a)', 'sum a', '}', `${'('.repeat(5_000)}a${')'.repeat(5_000)}`, ''])('no selectors in %s', query => {
  expect(read(query)).toEqual([]);
});
