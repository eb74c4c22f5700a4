import { quoted } from '../../../../lib/inspect/schema/cel/quoted';

test.each([
  ['plain é 😀', '"plain é 😀"'],
  ['say "hi" \\', '"say \\"hi\\" \\\\"'],
  ['\x07\b\f\n\r\t\v', '"\\a\\b\\f\\n\\r\\t\\v"'],
  ['\x01\x7f', '"\\x01\\x7f"'],
  ['\u00a0\u200b\ue000', '"\\u00a0\\u200b\\ue000"'],
  ['\u{e0001}', '"\\U000e0001"'],
])('%j is quoted as %s', (text, expected) => {
  expect(quoted(text)).toBe(expected);
});
