import { namedFormats } from '../../../../../lib/inspect/schema/cel/library/name-formats';

const complaints = (name: string, text: string): readonly string[] => namedFormats.get(name)!.complaints(text);

test.each([
  ['dns1123Label', ['my-name', '123-abc', 'a', 'x'.repeat(63)], ['', 'My', 'a.b', '-a', 'a-', 'x'.repeat(64)]],
  ['dns1123Subdomain', ['example.com', 'a', 'x'.repeat(253)], ['', 'a..b', '.a', 'A.b', 'x'.repeat(254)]],
  ['dns1035Label', ['my-name', 'abc-123'], ['', '1a', 'a.b', 'x'.repeat(64)]],
  ['qualifiedName', ['a', 'A_b.c', 'example.com/My_Name'], ['', 'a/', '/a', 'a/b/c', 'A/b', '-a', 'x'.repeat(64)]],
  ['dns1123LabelPrefix', ['a', 'a-', 'a-b-'], ['', 'A-a', '-']],
  ['dns1123SubdomainPrefix', ['a.b-', 'a.'.replace('.', '-')], ['', '.a']],
  ['dns1035LabelPrefix', ['a-'], ['', '1']],
  ['labelValue', ['', 'a', 'A_b.c'], ['-a', 'a-', 'a/b', 'x'.repeat(64)]],
  ['uri', ['http://a', '/a', 'mailto:joe'], ['', 'a', 'http://[']],
  ['uuid', ['123e4567-e89b-12d3-a456-426614174000', '123E4567E89B12D3A456426614174000'], ['', '123e4567-e89b-12d3-a456', 'g'.repeat(32)]],
  ['byte', ['YQ==', 'YWI=', 'YWJj', '+/+/'], ['', 'YQ', 'YQ=', '_-_-']],
  ['date', ['2024-02-29'], ['', '2023-02-29', '2024-02-29T00:00:00Z']],
  ['datetime', ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.5+01:00'], ['', '2024-02-29']],
])('the format %s has the texts %j and not %j', (name, good, bad) => {
  expect(good.filter(text => complaints(name, text).length > 0)).toEqual([]);
  expect(bad.filter(text => complaints(name, text).length === 0)).toEqual([]);
});

test('the formats are those that rules can name', () => {
  expect([...namedFormats.keys()]).toHaveLength(13);
  expect(namedFormats.get('dns1123Label')!.name).toBe('DNS1123Label');
});

test.each([
  ['dns1123Label', 'a.b', ['must not contain dots']],
  ['dns1123Label', 'x'.repeat(64), ['must be no more than 63 characters']],
  ['dns1123Label', 'A', ['a lowercase RFC 1123 label must consist of lower case alphanumeric characters or \'-\', and must start and end with an alphanumeric '
    + 'character (e.g. \'my-name\',  or \'123-abc\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?\')']],
  ['qualifiedName', 'a/b/c', ['a qualified name must consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character '
    + '(e.g. \'MyName\',  or \'my.name\',  or \'123-abc\', regex used for validation is \'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\') '
    + 'with an optional DNS subdomain prefix and \'/\' (e.g. \'example.com/MyName\')']],
  ['qualifiedName', '/a', ['prefix part must be non-empty']],
  ['uuid', '', ['does not match the UUID format']],
  ['byte', '', ['invalid base64']],
  ['date', '', ['invalid date']],
  ['datetime', '', ['invalid datetime']],
  ['uri', 'a', ['parse "a": invalid URI for request']],
])('what is wrong with the %s %j is %j', (name, text, expected) => {
  expect(complaints(name, text)).toEqual(expected);
});
