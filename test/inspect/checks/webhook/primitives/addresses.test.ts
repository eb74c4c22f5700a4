import { isIpAddress, isIpRange } from '../../../../../lib/inspect/checks/webhook/primitives/addresses';

describe('addresses as istiod reads them', () => {
  test.each([['10.0.0.1', true], ['::1', true], ['fe80::1%eth0', true], ['010.0.0.1', false], ['10.0.0', false], ['', false]])(
    '%s: is an address is %p', (text, isOne) => {
      expect(isIpAddress(text)).toBe(isOne);
    },
  );

  test.each([
    ['10.0.0.0/8', true], ['10.0.0.1', true], ['::/0', true], ['10.0.0.1/32', true],
    ['10.0.0.0/33', false], ['10.0.0.0/08', false], ['fe80::1%eth0/64', false], ['10.0.0.0/8/8', false], ['/8', false],
  ])('%s: is an address or a range is %p', (text, isOne) => {
    expect(isIpRange(text)).toBe(isOne);
  });
});
