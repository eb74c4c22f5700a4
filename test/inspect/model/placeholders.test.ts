import { fillingIn, substitutionAt } from '../../../lib/inspect/model/placeholders';

test.each([
  ['"shop.${DOMAIN}" is not a DNS name', 'substitute ${DOMAIN} first if it is a variable'],
  ['timeout is "${TIMEOUT:=5s}"', 'substitute ${TIMEOUT:=5s} first if it is a variable'],
  ['"${A}-${B}" is no name', 'substitute ${A} first if it is a variable'],
  ['"{{ .Values.host }}" is not a DNS name', 'render the template first if this is one'],
])('%s: %s', (words, repair) => {
  expect(fillingIn(words)).toBe(repair);
});

test.each(['"shop.$DOMAIN" is not a DNS name', '"${}" is no name', '"${1}" is no name', '"{{}}" is no name', '"a{b}" is no name'])('%s: nothing is to be filled in', words => {
  expect(fillingIn(words)).toBeUndefined();
});

test('a variable is found around a place, and none beside it', () => {
  const text = 'a: {b: ${PORT}, c: x}';
  expect([7, 9, 14, 6, 16, 0].map(place => substitutionAt(text, place))).toEqual([
    ...Array.from({ length: 3 }, () => 'substitute ${PORT} first if it is a variable'), undefined, undefined, undefined,
  ]);
});
