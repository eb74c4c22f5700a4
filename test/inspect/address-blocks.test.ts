import { addressBlock, blocksOverlap, isWithin } from '../../lib/inspect/address-blocks';

test.each(['', 'x', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'fe80::%1/10', '10.0.0/8', '10.0.0.0/-1'])('%j is no block', text => {
  expect(addressBlock(text)).toBeUndefined();
});

test('an address is a block of its own', () => {
  expect([addressBlock('10.0.0.1'), addressBlock('::1')].map(block => block?.bits)).toEqual([32, 128]);
});

test.each([
  ['10.1.0.0/16', '10.0.0.0/8', true, true],
  ['10.0.0.0/8', '10.1.0.0/16', false, true],
  ['10.0.0.0/8', '10.0.0.0/8', true, true],
  ['10.0.0.0/8', '0.0.0.0/0', true, true],
  ['fd00:1::/32', 'fd00::/8', true, true],
  ['fd00:1::1', 'fd00:1:0:0:0:0:0:0/64', true, true],
  ['fd00:1:0:1::1', 'fd00:1::/64', false, false],
  ['::ffff:10.1.2.3', '::ffff:a01:0/112', true, true],
  ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7::/112', true, true],
  ['240.0.0.2', '240.0.0.1', false, false],
  ['10.0.0.0/8', '11.0.0.0/8', false, false],
  ['10.0.0.0/8', '::/0', false, false],
])('whether %s is within %s is %s, and whether they overlap %s', (one, other, within, overlap) => {
  const [a, b] = [addressBlock(one)!, addressBlock(other)!];
  expect([isWithin(a, b), blocksOverlap(a, b), blocksOverlap(b, a)]).toEqual([within, overlap, overlap]);
});
