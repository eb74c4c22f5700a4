import {
  dataKey, dnsLabel, environmentName, labelValue, NameRule, pathSegment, portName, qualifiedName, serviceLabel, subdomain, wildcardSubdomain,
} from '../../../../lib/inspect/schema/syntax/names';

const DNS = 'is no DNS name: it takes lower-case letters, digits, "-" and ".", at both ends a letter or digit';
const LABEL = 'is no DNS label: it takes lower-case letters, digits and "-", at both ends a letter or digit';
const SERVICE = 'is no name of a Service: it takes lower-case letters, digits and "-", in front a letter, at the end no "-"';
const SEGMENT = 'is no part of a URL: it takes neither "/" nor "%", and is not "." or ".."';
const QUALIFIED = 'is not well formed: it takes letters, digits, "-", "_" and ".", at both ends a letter or digit';
const WILDCARD = 'is no wildcard of a DNS name: "*" is its whole first label, and what follows is a DNS name';
const PORT = 'is not well formed: it takes lower-case letters, digits and "-"';
const HYPHENS = 'is not well formed: it takes no "-" at its ends, and no two in a row';
const KEY = 'is no file name: it takes letters, digits, "-", "_" and "."';
const DOTS = 'is no file name: it is ".", or begins with ".."';
const VARIABLE = 'is no name of an environment variable: it takes printable characters of ASCII, but for "="';
const PREFIX = 'has a prefix that is no lower-case DNS name; write example.com/name';

test.each<[string, NameRule, readonly string[], Readonly<Record<string, string>>]>([
  ['subdomain', subdomain, ['a', '1', 'a-b.c', 'x'.repeat(253)], {
    'A': DNS, '-a': DNS, 'a-': DNS, 'a..b': DNS, 'a_b': DNS, '': DNS, ['x'.repeat(254)]: 'has 254 characters, more than 253',
  }],
  ['DNS label', dnsLabel, ['a', '1-a', 'x'.repeat(63)], { 'a.b': LABEL, 'A': LABEL, ['x'.repeat(64)]: 'has 64 characters, more than 63' }],
  ['name of a Service', serviceLabel, ['a', 'a-1'], { '1a': SERVICE, 'a.b': SERVICE, ['x'.repeat(64)]: 'has 64 characters, more than 63' }],
  ['path segment', pathSegment, ['a', 'A:b_c', '...'], { '.': SEGMENT, '..': SEGMENT, 'a/b': SEGMENT, 'a%b': SEGMENT }],
  ['key of a label', qualifiedName, ['a', 'A_b.C-d', 'example.com/A', 'x'.repeat(63)], {
    '': QUALIFIED, 'a ': QUALIFIED, '-a': QUALIFIED, 'example.com/': QUALIFIED, '/a': PREFIX, 'A.com/a': PREFIX, 'a/b/c': PREFIX,
    ['x'.repeat(64)]: 'has 64 characters, more than 63',
  }],
  ['value of a label', labelValue, ['', 'a', 'A_b.C-d'], { 'a b': QUALIFIED, '.a': QUALIFIED, ['x'.repeat(64)]: 'has 64 characters, more than 63' }],
  ['wildcard', wildcardSubdomain, ['*.example.com', '*.a'], { '*': WILDCARD, 'a.*.b': WILDCARD, '*.*.a': WILDCARD, '*.A': WILDCARD }],
  ['name of a port', portName, ['http', 'a-1', '8a', 'x'.repeat(15)], {
    'HTTP': PORT, 'a.b': PORT, '80': 'is not well formed: it has at least one letter', '-a': HYPHENS, 'a-': HYPHENS, 'a--b': HYPHENS,
    ['x'.repeat(16)]: 'has 16 characters, more than 15',
  }],
  ['key of data', dataKey, ['a', '.env', 'A_b.C-d', 'x'.repeat(253)], {
    '': KEY, 'a/b': KEY, 'ä': KEY, '.': DOTS, '..': DOTS, '..a': DOTS, ['x'.repeat(254)]: 'has 254 characters, more than 253',
  }],
  ['name of a variable', environmentName, ['A_B', 'a-b.c', 'a b', '1'], { 'a=b': VARIABLE, 'ä': VARIABLE, 'a\n': VARIABLE }],
])('a %s', (_, rule, fine, wrong) => {
  expect(fine.map(rule)).toEqual(fine.map(() => undefined));
  expect(Object.fromEntries(Object.keys(wrong).map(name => [name, rule(name)]))).toEqual(wrong);
});
