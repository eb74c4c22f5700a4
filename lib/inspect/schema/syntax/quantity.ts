// The API server's parser is a scanner that lets any part be empty: "", "+." and "k" differ only in that the first is refused.
const QUANTITY = /^[-+]?\d*(\.\d*)?([numkMGTPE]|[KMGTPE]i|[eE][-+]?\d+)?$/;

/** Whether Kubernetes reads the text as a quantity: `100m`, `1.5Gi`, `1e3`. */
export function isQuantity(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && QUANTITY.test(trimmed);
}

/** About how much a quantity is, as a number or as a text; undefined of what is none. */
export function amountOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || !isQuantity(value)) {
    return typeof value === 'number' ? value : undefined;
  }
  const [number, unit] = value.trim().split(/(?=[numkKMGTPE])/);
  const [up, down] = [MULTIPLES[unit ?? ''] ?? 1, PARTS[unit ?? ''] ?? 1];
  // What follows an E is its exponent, and without one it is a unit.
  return /E[-+]?\d/i.test(value) ? Number(value) : Number(number) * up / down;
}

const PARTS: Readonly<Record<string, number | undefined>> = { n: 1e9, u: 1e6, m: 1e3 };

const MULTIPLES: Readonly<Record<string, number | undefined>> = Object.fromEntries([
  ...[...'kMGTPE'].map((unit, place) => [unit, 1000 ** (place + 1)]),
  ...[...'KMGTPE'].map((unit, place) => [`${unit}i`, 1024 ** (place + 1)]),
]);
