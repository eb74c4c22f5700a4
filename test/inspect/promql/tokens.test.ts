import { promqlTokens } from '../../../lib/inspect/promql/tokens';

test.each([
  ['a{b!="c\\"}"}', ['a', '{', 'b', '!=', '"c\\"}"', '}']],
  ['rate(a[5m]) >= 0.5', ['rate', '(', 'a', '[5m]', ')', '>=', '0.5']],
  ['a:b # the rest', ['a:b']],
  ['$x ${y} {{ z }} é"', ['$x', '${y}', '{{ z }}', 'é', '"']],
])('the tokens of %s', (query, texts) => {
  expect(promqlTokens(query).map(({ text }) => text)).toEqual(texts);
});
