import { fixedText, localizedText, scientificText } from '../../../../../lib/inspect/schema/cel/library/decimal-text';

test.each([
  [1234.5, 2, '1234.50'], [0.125, 2, '0.12'], [0.375, 2, '0.38'], [2.5, 0, '2'], [3.5, 0, '4'], [-0.001, 2, '-0.00'], [-0, 1, '-0.0'], [0.05, 1, '0.1'],
  [1e21, 1, '1000000000000000000000.0'], [9.995, 2, '9.99'], [0.1, 20, '0.10000000000000000555'],
])('%p with %d digits is %s', (value, digits, text) => {
  expect(fixedText(value, digits)).toBe(text);
});

test.each([
  [1234567.891, 2, '1,234,567.89'], [123, 1, '123.0'], [1000, 0, '1,000'], [-1234.5, 1, '-1,234.5'], [0.12345, 5, '0.12345'], [1234.56789, 5, '1,234.56789'],
  [-0, 1, '0.0'], [NaN, 2, 'NaN'], [Infinity, 2, '∞'], [-Infinity, 2, '-∞'],
])('%p with %d digits is in English %s', (value, digits, text) => {
  expect(localizedText(value, digits)).toBe(text);
});

test.each([
  [1500, '1.500000 × 10⁰³'], [0.00015, '1.500000 × 10⁻⁰⁴'], [-1, '-1.000000 × 10⁰⁰'], [9.9999999, '1.000000 × 10⁰¹'], [1.2345675, '1.234568 × 10⁰⁰'],
  [0, '0.000000 × 10⁰⁰'], [1e100, '1.000000 × 10¹⁰⁰'], [NaN, 'NaN'], [-Infinity, '-∞'],
])('%p with a power of ten is %s', (value, text) => {
  expect(scientificText(value, 0).replaceAll('\u202f', ' ')).toBe(text);
});

test('where digits are asked for, the text with a power of ten gets a width', () => {
  expect(scientificText(NaN, 6)).toBe('   NaN');
});

test.each([
  [1.5, 255, `1.5${'0'.repeat(254)}`], [1.5, 256, '1.5'], [1.25, 257, '1.25'], [1, 512, '1'], [1, 4000, `1.${'0'.repeat(160)}`], [1.5, 65_536, '2'],
  [0.1, 300, '0.1000000000000000055511151231257827021181583404541015625'], [1e21, 1_000_001, `1,000,000,000,000,000,000,000.${'0'.repeat(65)}`],
  [1.5, 10_000_009, `1.5${'0'.repeat(136)}`], [1.5, 10_000_010, '%!(NOVERB)'], [NaN, 100_000_000, '%!(NOVERB)'],
])('%p with %d digits is what the printer of the API server makes of it', (value, digits, text) => {
  expect(localizedText(value, digits)).toBe(text);
});

test.each([[1000, 1000], [65_535, 65_535], [65_536, 15], [100_000, 34_464], [10_000_000, 38_528]])('of the width %d, the printer keeps 16 bits', (width, length) => {
  expect(scientificText(1, width)).toHaveLength(length);
});

test('a width that the printer cannot read is shown as such', () => {
  expect(scientificText(1, 10_000_010)).toBe('%!(NOVERB)');
});
