import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { checkUrl, parseUrl } from '../../../../../lib/inspect/schema/cel/library/url-parts';

test.each([
  ['https://joe:pw@example.com:80/a/b?x=1#top', { scheme: 'https', opaque: '', user: 'joe:pw', host: 'example.com:80', path: '/a/b', query: 'x=1', fragment: 'top' }],
  ['HTTP://a', { scheme: 'http', opaque: '', host: 'a', path: '', query: undefined, fragment: '' }],
  ['/a?', { scheme: '', opaque: '', path: '/a', query: '', fragment: '' }],
  ['//a/b', { scheme: '', opaque: '', host: 'a', path: '/b', query: undefined, fragment: '' }],
  ['///a', { scheme: '', opaque: '', path: '///a', query: undefined, fragment: '' }],
  ['file:///a', { scheme: 'file', opaque: '', host: '', path: '/a', query: undefined, fragment: '' }],
  ['mailto:joe@example.com', { scheme: 'mailto', opaque: 'joe@example.com', path: '', query: undefined, fragment: '' }],
  ['http://%C3%A9', { scheme: 'http', opaque: '', host: 'é', path: '', query: undefined, fragment: '' }],
  ['http://[fe80::1%25eth0]:80/', { scheme: 'http', opaque: '', host: '[fe80::1%eth0]:80', path: '/', query: undefined, fragment: '' }],
  ['*', { scheme: '', opaque: '', path: '*', fragment: '' }],
])('%s has these parts', (text, parts) => {
  expect(parseUrl(text)).toEqual(parts);
});

test.each([
  ['', 'empty url'],
  ['a', 'invalid URI for request'],
  [':a', 'missing protocol scheme'],
  ['1a:b', 'invalid URI for request'],
  ['/a\nb', 'net/url: invalid control character in URL'],
  ['http://a b', 'invalid character " " in host name'],
  ['http://a:b', 'invalid port ":b" after host'],
  ['http://[::1]b', 'invalid port "b" after host'],
  ['http://[::1', 'missing \']\' in host'],
  ['http://a[::1]', 'invalid IP-literal'],
  ['http://[1.2.3.4]', 'invalid IP-literal'],
  ['http://[::g]', 'invalid host: ParseAddr("::g"): each colon-separated field must have at least one digit (at "g")'],
  ['http://jo^e@a', 'net/url: invalid userinfo'],
  ['http://joe:%zz@a', 'invalid URL escape "%zz"'],
  ['http://a/%zz', 'invalid URL escape "%zz"'],
])('fails on %j: %s', (text, message) => {
  expect(() => parseUrl(text)).toThrow(new CelError(`parse ${JSON.stringify(text)}: ${message}`));
  expect(() => checkUrl(text)).toThrow(new CelError(`parse ${JSON.stringify(text)}: ${message}`));
});

test('in a request, what begins with // is a path', () => {
  expect(() => checkUrl('//a b/')).not.toThrow();
  expect(() => parseUrl('//a[/')).toThrow(new CelError('parse "//a[/": invalid IP-literal'));
});
