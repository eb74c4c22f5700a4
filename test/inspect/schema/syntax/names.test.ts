import { dnsLabel, labelValue, NameRule, pathSegment, qualifiedName, serviceLabel, subdomain } from '../../../../lib/inspect/schema/syntax/names';

const DNS = 'is no DNS name: it takes lower-case letters, digits, "-" and ".", at both ends a letter or digit';
const LABEL = 'is no DNS label: it takes lower-case letters, digits and "-", at both ends a letter or digit';
const SERVICE = 'is no name of a Service: it takes lower-case letters, digits and "-", in front a letter, at the end no "-"';
const SEGMENT = 'is no part of a URL: it takes neither "/" nor "%", and is not "." or ".."';
const QUALIFIED = 'is not well formed: it takes letters, digits, "-", "_" and ".", at both ends a letter or digit';
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
])('a %s', (_, rule, fine, wrong) => {
  expect(fine.map(rule)).toEqual(fine.map(() => undefined));
  expect(Object.fromEntries(Object.keys(wrong).map(name => [name, rule(name)]))).toEqual(wrong);
});
