/**
 * The nanoseconds of the durations that the schemas of custom resources allow beyond Go's: all numbers with a unit in words that the text
 * holds, `2 days` or `in 1 week and 3 hours`. Undefined when it holds none.
 */
export function looseDuration(text: string): bigint | undefined {
  const spans = [...text.matchAll(SPAN)].flatMap(([, count, word]) => {
    const unit = UNITS.find(({ words }) => words.test(word));
    return unit === undefined ? [] : [BigInt(count) * unit.nanoseconds];
  });
  return spans.length === 0 ? undefined : spans.reduce((sum, span) => sum + span);
}

// It looks at each number once, from its first digit: a long one without a unit would take quadratic time.
const SPAN = /(?<!\d)(\d+)\s*([A-Za-zµ]+)/g;

const SECOND = 1_000_000_000n;
const UNITS = [
  { words: /^(?:ns|nano.*)$/i, nanoseconds: 1n },
  { words: /^(?:us|µs|micro.*)$/i, nanoseconds: 1_000n },
  { words: /^(?:ms|milli.*)$/i, nanoseconds: 1_000_000n },
  { words: /^(?:s|sec.*)$/i, nanoseconds: SECOND },
  { words: /^(?:m|min.*)$/i, nanoseconds: 60n * SECOND },
  { words: /^(?:h|hr|hour.*)$/i, nanoseconds: 3_600n * SECOND },
  { words: /^(?:d|day.*)$/i, nanoseconds: 86_400n * SECOND },
  { words: /^(?:w|wk|week.*)$/i, nanoseconds: 604_800n * SECOND },
];
