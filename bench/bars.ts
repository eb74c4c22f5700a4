/** A promise about speed or size: a measured figure must not pass its limit. All but memory are ratios of two figures of the same run. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Absent where nothing is promised and the figure is only told. */
  readonly limit?: number;
  /** Whether the value has to stay above the limit instead of below. */
  readonly atLeast?: boolean;
  readonly unit: 'x' | 'MiB';
}

export function holds({ value, limit, atLeast }: Bar): boolean {
  if (limit === undefined) {
    return true;
  }
  return atLeast ? value >= limit : value <= limit;
}

/** One line a bar, aligned for reading. */
export function table(bars: readonly Bar[]): string {
  const width = Math.max(...bars.map(({ name }) => name.length));
  return bars.map(bar => {
    const value = `${bar.value.toFixed(bar.unit === 'x' ? 2 : 0).padStart(7)} ${bar.unit.padEnd(3)}`;
    return `${bar.name.padEnd(width)}  ${value}  ${promise(bar)}`;
  }).join('\n');
}

function promise(bar: Bar): string {
  if (bar.limit === undefined) {
    return 'no bar';
  }
  return `${`${bar.atLeast ? 'at least' : 'at most'} ${bar.limit} ${bar.unit}`.padEnd(16)} ${holds(bar) ? 'holds' : 'MISSED'}`;
}
