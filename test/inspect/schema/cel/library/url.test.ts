import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { Url } from '../../../../../lib/inspect/schema/cel/library/url';
import { plain } from '../../../../support/cel-outcome';

test('a URL has parts', () => {
  const { scheme, host, hostname, port, escapedPath, query } = Url.parse('https://[::1]:80/a b?x=1&y=2&x=3');
  expect({ scheme, host, hostname, port, escapedPath, query: plain(query) }).toEqual({
    scheme: 'https', host: '[::1]:80', hostname: '::1', port: '80', escapedPath: '/a%20b', query: [['x', ['1', '3']], ['y', ['2']]],
  });
});

test('parts may be missing', () => {
  const { scheme, host, hostname, port, escapedPath, query } = Url.parse('/a');
  expect({ scheme, host, hostname, port, escapedPath, query: plain(query) }).toEqual({ scheme: '', host: '', hostname: '', port: '', escapedPath: '/a', query: [] });
});

test('a query is decoded, and what is no pair in it is left out', () => {
  expect(plain(Url.parse('/?a+b=%41%26&c&=d&e=f=g&&h;i=1&j=%zz').query)).toEqual([['a b', ['A&']], ['c', ['']], ['', ['d']], ['e', ['f=g']]]);
});

test('two are equal when all their parts are', () => {
  const url = Url.parse('http://joe@a/b?c#d');
  expect(['http://joe@a/b?c#d', 'HTTP://%6aoe@a/b?c#%64', 'http://a/b?c#d', 'http://joe@a/b', 'http://joe@a/%62?c#d'].map(text => url.equals(Url.parse(text))))
    .toEqual([true, true, false, false, false]);
  expect(() => url.equals('http://joe@a/b?c#d')).toThrow(new CelError('no such overload'));
});

test('fails on what is no URL', () => {
  expect(() => Url.parse('a')).toThrow(new CelError('URL parse error during conversion from string: parse "a": invalid URI for request'));
});
