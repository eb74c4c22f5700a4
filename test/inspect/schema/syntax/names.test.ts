import {
  dataKey, dnsLabel, environmentName, labelValue, NameRule, pathSegment, portName, qualifiedName, serviceLabel, subdomain, wildcardSubdomain,
} from '../../../../lib/inspect/schema/syntax/names';

const DNS = 'is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit';
const LABEL = 'is not a valid DNS label: use lowercase letters, digits and "-", starting and ending with a letter or digit';
const SERVICE = 'is not a valid Service name: use lowercase letters, digits and "-", starting with a letter and not ending with "-"';
const SEGMENT = 'is not a valid URL path segment: it must not contain "/" or "%", or be "." or ".."';
const QUALIFIED = 'is invalid: use letters, digits, "-", "_" and ".", starting and ending with a letter or digit';
const WILDCARD = 'is not a valid wildcard DNS name: "*" must be the whole first label, followed by a DNS name';
const PORT = 'is invalid: use lowercase letters, digits and "-"';
const HYPHENS = 'is invalid: it must not start or end with "-", or contain "--"';
const KEY = 'is not a valid file name: use letters, digits, "-", "_" and "."';
const DOTS = 'is not a valid file name: it must not be "." or start with ".."';
const VARIABLE = 'is not a valid environment variable name: use printable ASCII characters except "="';
const PREFIX = 'has a prefix that is not a lowercase DNS name; write example.com/name';

test.each<[string, NameRule, readonly string[], Readonly<Record<string, string>>]>([
  ['subdomain', subdomain, ['a', '1', 'a-b.c', 'x'.repeat(253)], {
    'A': DNS, '-a': DNS, 'a-': DNS, 'a..b': DNS, 'a_b': DNS, '': DNS, ['x'.repeat(254)]: 'has 254 characters, more than the limit of 253',
  }],
  ['DNS label', dnsLabel, ['a', '1-a', 'x'.repeat(63)], { 'a.b': LABEL, 'A': LABEL, ['x'.repeat(64)]: 'has 64 characters, more than the limit of 63' }],
  ['name of a Service', serviceLabel, ['a', 'a-1'], { '1a': SERVICE, 'a.b': SERVICE, ['x'.repeat(64)]: 'has 64 characters, more than the limit of 63' }],
  ['path segment', pathSegment, ['a', 'A:b_c', '...'], { '.': SEGMENT, '..': SEGMENT, 'a/b': SEGMENT, 'a%b': SEGMENT }],
  ['key of a label', qualifiedName, ['a', 'A_b.C-d', 'example.com/A', 'x'.repeat(63)], {
    '': QUALIFIED, 'a ': QUALIFIED, '-a': QUALIFIED, 'example.com/': QUALIFIED, '/a': PREFIX, 'A.com/a': PREFIX, 'a/b/c': PREFIX,
    ['x'.repeat(64)]: 'has 64 characters, more than the limit of 63',
  }],
  ['value of a label', labelValue, ['', 'a', 'A_b.C-d'], { 'a b': QUALIFIED, '.a': QUALIFIED, ['x'.repeat(64)]: 'has 64 characters, more than the limit of 63' }],
  ['wildcard', wildcardSubdomain, ['*.example.com', '*.a'], { '*': WILDCARD, 'a.*.b': WILDCARD, '*.*.a': WILDCARD, '*.A': WILDCARD }],
  ['name of a port', portName, ['http', 'a-1', '8a', 'x'.repeat(15)], {
    'HTTP': PORT, 'a.b': PORT, '80': 'is invalid: it needs at least one letter', '-a': HYPHENS, 'a-': HYPHENS, 'a--b': HYPHENS,
    ['x'.repeat(16)]: 'has 16 characters, more than the limit of 15',
  }],
  ['key of data', dataKey, ['a', '.env', 'A_b.C-d', 'x'.repeat(253)], {
    '': KEY, 'a/b': KEY, 'ä': KEY, '.': DOTS, '..': DOTS, '..a': DOTS, ['x'.repeat(254)]: 'has 254 characters, more than the limit of 253',
  }],
  ['name of a variable', environmentName, ['A_B', 'a-b.c', 'a b', '1'], { 'a=b': VARIABLE, 'ä': VARIABLE, 'a\n': VARIABLE }],
])('a %s', (_, rule, fine, wrong) => {
  expect(fine.map(rule)).toEqual(fine.map(() => undefined));
  expect(Object.fromEntries(Object.keys(wrong).map(name => [name, rule(name)]))).toEqual(wrong);
});
