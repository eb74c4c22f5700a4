const SPAN = /(\d+(?:\.\d+)?|\.\d+)(h|ms|us|µs|ns|m|s)/g;
const SPANS = /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:h|ms|us|µs|ns|m|s))+$/;
const MILLISECONDS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1, us: 1e-3, µs: 1e-3, ns: 1e-6 };

/** A span of time as Go writes it, `1m30s`, in milliseconds; 0 for nothing and for what is none, which the schema refuses. */
export function milliseconds(text = ''): number {
  let sum = 0;
  for (const [, number, unit] of SPANS.test(text) ? text.matchAll(SPAN) : []) {
    sum += Number(number) * MILLISECONDS[unit];
  }
  return sum;
}
