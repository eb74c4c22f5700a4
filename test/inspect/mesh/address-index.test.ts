import { addressBlock, AddressBlock, blocksOverlap, isWithin } from '../../../lib/inspect/address-blocks';
import { AddressIndex } from '../../../lib/inspect/mesh/address-index';

const blocks = (...texts: readonly string[]): AddressBlock[] => texts.map(text => addressBlock(text)!);
const indexOf = (...texts: readonly string[]): AddressIndex<{ text: string; block: AddressBlock }> => (
  new AddressIndex(texts.map(text => ({ text, block: addressBlock(text)! })))
);

test.each([
  ['an address', ['10.1.0.1'], '10.1.0.1'],
  ['what is around it, past a narrow one', ['10.0.0.0/8', '10.0.0.1'], '10.0.0.0/8'],
  ['nothing beside it', ['10.0.0.1', '10.2.0.0'], undefined],
  ['nothing of another family', ['::a01:1'], undefined],
  ['nothing of nothing', [], undefined],
])('a range finds %s', (_, texts, found) => {
  expect(indexOf(...texts).overlapping(addressBlock('10.1.0.0/16')!)?.text).toBe(found);
});

test.each([
  ['one between two ranges', ['10.0.0.1', '10.1.0.1', '10.2.0.1'], ['10.0.0.0/16', '10.2.0.0/16'], '10.1.0.1'],
  ['one that is wider than the range', ['10.0.0.0/8'], ['10.0.0.0/16'], '10.0.0.0/8'],
  ['one behind all', ['10.0.0.1', '11.0.0.1'], ['10.0.0.0/8'], '11.0.0.1'],
  ['any where there is no range', ['10.0.0.1'], [], '10.0.0.1'],
  ['one of another family', ['10.0.0.1', '2001:db8::1'], ['10.0.0.0/8'], '2001:db8::1'],
  ['none within ranges that lie in each other', ['10.0.0.0/16', '10.0.0.1'], ['10.0.0.0/24', '10.0.0.0/8'], undefined],
])('outside is %s', (_, texts, ranges, found) => {
  expect(indexOf(...texts).outside(blocks(...ranges))?.text).toBe(found);
});

test('it finds what a look at each finds', () => {
  const all = Array.from({ length: 64 }, (_, i) => addressBlock(`10.0.${(i * 37) % 16}.0/${20 + (i * 7) % 13}`)!);
  for (let i = 0; i < 60; i += 1) {
    const [some, ranges] = [all.filter((_, index) => (index * 31 + i) % 60 < 4), all.filter((_, index) => (index * 17 + i) % 60 < 5)];
    const index = new AddressIndex(some.map(block => ({ block })));

    expect([index.outside(ranges) !== undefined, ...ranges.map(range => index.overlapping(range) !== undefined)]).toEqual([
      some.some(block => !ranges.some(range => isWithin(block, range))), ...ranges.map(range => some.some(block => blocksOverlap(range, block))),
    ]);
  }
});
