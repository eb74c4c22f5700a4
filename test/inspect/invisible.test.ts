import { visible } from '../../lib/inspect/invisible';

test.each([
  ['\u00a0\u00a0a', 'a'], ['\u200bdata', 'data'], ['ti\u00adme\ufeffout', 'timeout'], ['\u202eabc\u2069', 'abc'], ['\u3164 größe 漢字 👨\u200d👩\u200d👧 क्\u200dष', '\u3164 größe 漢字 👨\u200d👩\u200d👧 क्\u200dष'],
])('of %j one sees %j', (text, seen) => {
  expect(visible(text)).toBe(seen);
});
