import { cookieMatch } from '../../../../lib/mesh/private/routing/cookie-match';

test.each<[string, boolean]>([
  ['group=b', true],
  ['a=b; group=b', true],
  ['group=b; a=b', true],
  ['a=b;group=b;c=d', true],
  ['group=bb', false],
  ['subgroup=b', false],
  ['a=group=b', false],
  ['group=a; other=b', false],
])('of the cookies "%s" it is %s that the one is among them', (cookies, found) => {
  expect(cookieMatch('group', 'b')._takes(cookies)).toBe(found);
});

test('characters that mean something in patterns mean themselves', () => {
  expect([cookieMatch('a.b', '1+1')._takes('a.b=1+1'), cookieMatch('a.b', '1+1')._takes('axb=11')]).toEqual([true, false]);
});
