import { isHostName, isPartialWildcard, isWildcardHostName } from '../../../../../lib/inspect/checks/webhook/primitives/host-names';

const LABEL = 'a'.repeat(63);

describe('names of hosts as istiod reads them', () => {
  test.each([
    ['cart', true], ['Cart.shop', true], ['cart.shop.', true], ['9.example.com', true], [`${LABEL}.com`, true],
    ['', false], ['.', false], ['cart..shop', false], ['10.0.0.1', false], ['a_b', false], ['-a.com', false], ['*.example.com', false],
    [`a${LABEL}.com`, false], [`${`${LABEL}.`.repeat(4)}com`, false],
  ])('%s: is a host is %p', (text, isOne) => {
    expect(isHostName(text)).toBe(isOne);
  });

  test.each([
    ['*', true], ['*.example.com', true], ['*-a.example.com', true], ['*a.example.com', true], ['cart', true],
    ['**', false], ['a.*.com', false], ['*.', false], ['*.1', false], ['', false],
  ])('%s: is a host, perhaps with an asterisk, is %p', (text, isOne) => {
    expect(isWildcardHostName(text)).toBe(isOne);
  });

  test.each([['*', false], ['*.a', false], ['a', false], ['*a', true], ['a*', true]])('%s: has a * within a label is %p', (text, isOne) => {
    expect(isPartialWildcard(text)).toBe(isOne);
  });
});
