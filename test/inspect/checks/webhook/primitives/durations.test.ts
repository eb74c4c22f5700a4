import { nanoseconds } from '../../../../../lib/inspect/checks/webhook/primitives/durations';

describe('durations as Go writes them', () => {
  test.each([
    ['1s', 1_000_000_000n], ['1h2m3.5s', 3_723_500_000_000n], ['1.001s', 1_001_000_000n], ['.5ms', 500_000n], ['-1s', -1_000_000_000n],
    ['1.s', 1_000_000_000n], ['0', 0n], ['7us', 7_000n], ['7ns', 7n], ['soon', undefined], ['', undefined], ['1', undefined], ['1d', undefined],
  ])('%s', (text, expected) => {
    expect(nanoseconds(text)).toBe(expected);
  });
});
