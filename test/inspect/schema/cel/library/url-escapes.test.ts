import { checkEscapes, checkHost, checkZone, escapedPath, unescaped } from '../../../../../lib/inspect/schema/cel/library/url-escapes';

const fail = (message: string): Error => new Error(message);

test.each([
  [checkEscapes, ['', 'a%41b', 'a b'], [['%4', 'invalid URL escape "%4"'], ['a%zzb', 'invalid URL escape "%zz"'], ['%', 'invalid URL escape "%"']]],
  [checkHost, ['a.b', 'é', '😀', '%C3%A9', '%25', 'a"b'], [['%41', 'invalid URL escape "%41"'], ['a b', 'invalid character " " in host name'], ['a{b', 'invalid character "{" in host name']]],
  [checkZone, ['eth0', '%41'], [['%4', 'invalid URL escape "%4"'], ['a b', 'invalid character " " in host name']]],
] as const)('%p accepts %j and fails on %j', (check, good, bad) => {
  good.forEach(text => expect(() => check(text, fail)).not.toThrow());
  bad.forEach(([text, message]) => expect(() => check(text, fail)).toThrow(new Error(message)));
});

test('an escaped text stands for UTF-8', () => {
  expect(['a%C3%A9', '%41%2f', 'é%20', 'a+b'].map(unescaped)).toEqual(['aé', 'A/', 'é ', 'a+b']);
});

test.each([
  ['/a/b', '/a/b'], ['/a%2Fb', '/a%2Fb'], ['/a b', '/a%20b'], ['/é', '/%C3%A9'], ['/a!(b)*[c]', '/a!(b)*[c]'], ['/a b!', '/a%20b%21'], ['/%41 ', '/A%20'],
])('the path %s is %s when it is escaped', (path, escaped) => {
  expect(escapedPath(path)).toBe(escaped);
});
