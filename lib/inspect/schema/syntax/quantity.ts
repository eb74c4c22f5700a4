// The API server's parser is a scanner that lets any part be empty: "", "+." and "k" differ only in that the first is refused.
const QUANTITY = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/;

/** Whether Kubernetes reads the text as a quantity: `100m`, `1.5Gi`, `1e3`. */
export function isQuantity(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && QUANTITY.test(trimmed);
}

/**
 * How many thousandths a quantity has, a number or a text; undefined of what is none, or longer than any that somebody writes. What is less than
 * a thousandth counts as a whole one.
 */
export function thousandthsOf(value: unknown): bigint | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  const parts = typeof text === 'string' ? QUANTITY.exec(text.trim()) : null;
  if (parts === null || parts[0] === '' || parts[0].length > LONGEST) {
    return undefined;
  }
  const size = sizeOf(parts);
  return parts[1] === '-' ? -size : size;
}

/** Of an amount of more signs nobody asks how much it is. */
const LONGEST = 100;

function sizeOf([, , whole, fraction = '', exponent = '0', unit = '']: readonly (string | undefined)[]): bigint {
  const { ten, two } = UNITS[unit];
  const size = scaled(BigInt(`0${whole}${fraction}`) * two, 3 - fraction.length + Number(exponent) + ten);
  return two > 1n && size > LARGEST ? LARGEST : size;
}

/** An amount times a power of ten, rounded up. So far off as the farthest nobody tells amounts apart, and powers take time. */
function scaled(amount: bigint, power: number): bigint {
  const factor = POWERS[Math.min(FARTHEST, Math.abs(power))];
  return power < 0 ? (amount + factor - 1n) / factor : amount * factor;
}

const FARTHEST = 100;

/** The powers of ten. */
const POWERS = Array.from({ length: FARTHEST + 1 }, (_, exponent) => 10n ** BigInt(exponent));

/** What the API server makes of amounts that are larger and have a unit of two. */
const LARGEST = (2n ** 63n - 1n) * 1000n;

interface Unit {
  /** the exponent of ten that it stands for */
  readonly ten: number;
  /** the power of two that it stands for */
  readonly two: bigint;
}

const UNITS: Readonly<Record<string, Unit>> = {
  '': { ten: 0, two: 1n },
  'n': { ten: -9, two: 1n },
  'u': { ten: -6, two: 1n },
  'm': { ten: -3, two: 1n },
  ...Object.fromEntries([...'kMGTPE'].map((unit, place) => [unit, { ten: 3 * (place + 1), two: 1n }])),
  ...Object.fromEntries([...'KMGTPE'].map((unit, place) => [`${unit}i`, { ten: 0, two: 1024n ** BigInt(place + 1) }])),
};
