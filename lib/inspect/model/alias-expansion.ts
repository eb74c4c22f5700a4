import { MAX_DEPTH } from './parse-text';

/**
 * Whether aliases make a document larger than Kubernetes accepts, or deeper than anything may be. `written` says how many
 * values the text itself holds, roughly. Each value is looked at once, however often it is referred to.
 */
export function isUnbounded(value: unknown, written: number): boolean {
  const { size, depth } = measure(value, new Map());
  return depth > MAX_DEPTH || (size > SMALL && (size - written) / size > allowedShare(size));
}

interface Measure {
  readonly size: number;
  readonly depth: number;
}

const SCALAR: Measure = { size: 1, depth: 0 };
const SMALL = 1000;

function measure(value: unknown, known: Map<object, Measure>): Measure {
  if (value === null || typeof value !== 'object') {
    return SCALAR;
  }
  const before = known.get(value);
  if (before !== undefined) {
    return before;
  }
  const parts = Object.values(value).map(part => measure(part, known));
  const keys = Array.isArray(value) ? 0 : parts.length;
  const result = {
    size: parts.reduce((sum, { size }) => sum + size, 1 + keys),
    depth: parts.reduce((deepest, { depth }) => Math.max(deepest, depth), 0) + 1,
  };
  known.set(value, result);
  return result;
}

/** The share of a document that may come from aliases: the rule of the decoder that Kubernetes uses. */
function allowedShare(size: number): number {
  const [low, high] = [400_000, 4_000_000];
  if (size <= low) {
    return 0.99;
  }
  return size >= high ? 0.10 : 0.99 - 0.89 * (size - low) / (high - low);
}
