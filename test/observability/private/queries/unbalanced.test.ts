import { unbalanced } from '../../../../lib/observability/private/queries/unbalanced';

test.each([
  ['sum(rate(a{b="c"}[5m])) by (d)', undefined],
  ['a{b="(", c=\'[\', d=`{`, e="\\""}', undefined],
  ['a # as (said', undefined],
  ['sum(rate(a[5m])', '('],
  ['a{b="c"', '{'],
  ['a[5m', '['],
  ['a)', ')'],
  ['(a]', ']'],
  ['a{b="c}', '"'],
])('of %s, what is open is %s', (query, open) => {
  expect(unbalanced(query)).toBe(open);
});
