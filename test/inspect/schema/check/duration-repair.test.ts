import { durationRepair, GATEWAY_DURATION, isDuration } from '../../../../lib/inspect/schema/check/duration-repair';

test.each<[unknown, string]>([
  [10, 'write 10s'],
  [1.5, 'write 1500ms'],
  ['10', 'write 10s'],
  ['30sec', 'write 30s'],
  ['2 minutes', 'write 2m'],
  ['1d', 'write 24h'],
  ['1w', 'write 168h'],
  ['250 millis', 'write 250ms'],
  ['3H', 'write 3h'],
  [0, 'remove it, or write a duration such as 10s'],
  ['0s', 'remove it, or write a duration such as 10s'],
  ['1.7m', 'write a duration such as 10s, 500ms or 1m30s'],
  ['500us', 'write a duration such as 10s, 500ms or 1m30s'],
  ['-1s', 'write a duration such as 10s, 500ms or 1m30s'],
  ['soon', 'write a duration such as 10s, 500ms or 1m30s'],
  ['1'.repeat(40), 'write a duration such as 10s, 500ms or 1m30s'],
])('%j is mended: %s', (value, repair) => {
  expect(durationRepair(value)).toBe(repair);
});

test.each([
  ['of Istio', { t: 's', v: [{ rule: "duration(self) >= duration('1ms')" }] } as const, true],
  ['of the Gateway API', { t: 's', re: GATEWAY_DURATION } as const, true],
  ['of another rule', { t: 's', v: [{ rule: 'self != ""' }] } as const, false],
  ['of no rule', { t: 's' } as const, false],
])('whether a text is a duration: one %s', (_, node, expected) => {
  expect(isDuration(node)).toBe(expected);
});
