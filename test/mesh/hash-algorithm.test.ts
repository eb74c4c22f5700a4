import { HashAlgorithm } from '../../lib/mesh/hash-algorithm';

test('[F027] a table and a ring are as great as the proxies make them, unless something else is said', () => {
  expect(HashAlgorithm.maglev()._intent).toEqual({ kind: 'maglev', tableSize: 65537 });
  expect(HashAlgorithm.ring()._intent).toEqual({ kind: 'ring', minimumSize: 1024 });
});

test.each([2, 101, 4999999])('[F027] a table can have %d places', tableSize => {
  expect(HashAlgorithm.maglev(tableSize)._intent).toEqual({ kind: 'maglev', tableSize });
});

test.each([0, 1, 4, 65536, 25, 2.5, 5000011, Number.NaN])('[F027] fails: a table cannot have %d places', tableSize => {
  expect(() => HashAlgorithm.maglev(tableSize)).toThrow(
    new Error(`HashAlgorithm.maglev(${tableSize}): expected a prime number below 5000011. Use for example 65537.`),
  );
});

test.each([0, 1.5, 8388609])('[F027] fails: a ring cannot have %d places', minimumSize => {
  expect(() => HashAlgorithm.ring(minimumSize)).toThrow(
    new Error(`HashAlgorithm.ring: minimumSize cannot be ${minimumSize}. Use a whole number from 1 to 8388608.`),
  );
});
