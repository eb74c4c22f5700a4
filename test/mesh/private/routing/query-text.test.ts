import { checkQueryText } from '../../../../lib/mesh/private/routing/query-text';

test.each(['', 'ann', 'a%20b', 'a+b', 'a;b', 'a?b/c', 'a[]', 'user.name'])('%j can be a name and a value', text => {
  expect(() => checkQueryText(text, 'name', 'call')).not.toThrow();
  expect(() => checkQueryText(text, 'value', 'call')).not.toThrow();
});

test('a value can have a sign that ends a name', () => {
  expect(() => checkQueryText('a=b', 'value', 'call')).not.toThrow();
  expect(() => checkQueryText('a=b', 'name', 'call')).toThrow(new Error('call: no query has a name that contains "=". Write it as it is sent, such as "%3D".'));
});

test.each([['a b', ' ', '%20'], ['a&b', '&', '%26'], ['a#b', '#', '%23'], ['größe', 'ö', '%C3%B6'], ['a\ud800', '\ud800', '%EF%BF%BD']])(
  'fails on %j, which is never sent so', (text, strange, sent) => {
    expect(() => checkQueryText(text, 'value', 'call')).toThrow(new Error(`call: no query has a value that contains "${strange}". Write it as it is sent, such as "${sent}".`));
  });
