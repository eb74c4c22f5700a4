import { outcome } from '../../../../support/cel-outcome';

test.each([
  ['"abc".matches("b")', true], ['"abc".matches("^b")', false], ['matches("abc", "^a.c$")', true], ['"ABC".matches("(?i)b")', true],
  ['"a\\nb".matches("a.b")', false], ['"aa".matches("(?P<x>a){2}")', true], ['"é".matches("^.$")', true], ['"😀".matches("^.$")', true],
  ['"a-1".matches("^[[:alpha:]]-\\\\d$")', true], ['"a".matches("\\\\Aa\\\\z")', true],
])('a text may match a regular expression: %s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});

test.each([
  ['"abc 123".find("[0-9]+")', '123'],
  ['"abc".find("[0-9]+")', ''],
  ['"a1b22c".findAll("[0-9]+")', ['1', '22']],
  ['"a1b22c".findAll("[0-9]+", 1)', ['1']],
  ['"a1b22c".findAll("[0-9]+", 0)', []],
  ['"a1b22c".findAll("[0-9]+", -1)', ['1', '22']],
  ['"baac".findAll("a*")', ['', 'aa', '']],
  ['"abc".findAll("[0-9]+")', []],
])('parts of a text are found: %s is %j', (expression, expected) => {
  expect(outcome(expression)).toEqual(expected);
});

test.each([
  ['"a".matches("(")', 'error: error parsing regexp: missing closing ): `(`'],
  ['"a".matches("a(?=b)")', 'error: error parsing regexp: invalid or unsupported Perl syntax: `(?=`'],
  ['"a".find("(")', 'error: Illegal regex: error parsing regexp: missing closing ): `(`'],
  ['"a".findAll("*")', 'error: Illegal regex: error parsing regexp: missing argument to repetition operator: `*`'],
])('fails on what is no regular expression of RE2: %s', (expression, message) => {
  expect(outcome(expression)).toBe(message);
});
