/** A double with so many digits after the point: `1234.50`. */
export function fixedText(value: number, digits: number): string {
  const text = String(rounded(Math.abs(value), digits)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return (Object.is(value, -0) || value < 0 ? '-' : '') + (digits === 0 ? whole : `${whole}.${text.slice(-digits)}`);
}

/**
 * `%f`: the same with a comma after every third digit before the point, `1,234.50`, as English writes numbers. The printer of the API server
 * keeps the digits to round to in 16 bits, and those to fill up with zeros in 8.
 */
export function localizedText(value: number, digits: number): string {
  if (digits > MOST_DIGITS) {
    return UNREADABLE;
  }
  return nonFinite(value) ?? localized(fixedText(value === 0 ? 0 : value, Math.min(digits % 2 ** 16, LONGEST_FRACTION)), digits % 2 ** 8);
}

/** `%e`: one digit before the point, six after it, and a power of ten, `1.500000 × 10⁰³`. What asks for digits gets a width instead. */
export function scientificText(value: number, width: number): string {
  return width > MOST_DIGITS ? UNREADABLE : (nonFinite(value) ?? scientific(value === 0 ? 0 : value)).padStart(width % 2 ** 16);
}

/** Of a number, the printer reads a digit only as long as what came before it is no more than a million. */
const MOST_DIGITS = 10_000_009;
const UNREADABLE = '%!(NOVERB)';

/** No double has more digits after the point. */
const LONGEST_FRACTION = 1074;

function localized(fixed: string, zeros: number): string {
  const [whole, fraction = ''] = fixed.split('.');
  const shown = fraction.replace(/0+$/, '').padEnd(zeros, '0');
  return whole.replace(/\d(?=(?:\d{3})+$)/g, '$&,') + (shown === '' ? '' : `.${shown}`);
}

function nonFinite(value: number): string | undefined {
  if (Number.isFinite(value)) {
    return undefined;
  }
  return Number.isNaN(value) ? 'NaN' : value < 0 ? '-∞' : '∞';
}

function scientific(value: number): string {
  const [, sign, digit, fraction = '', power] = /^(-?)(\d)(?:\.(\d+))?e(.+)$/.exec(value.toExponential())!;
  const digits = (digit + fraction).padEnd(8, '0');
  const mantissa = BigInt(digits.slice(0, 7)) + (digits[7] >= '5' ? 1n : 0n);
  // 9.9999999 rounds to 10.000000, which has a digit too many.
  const exponent = Number(power) + (mantissa === 10_000_000n ? 1 : 0);
  const raised = String(Math.abs(exponent)).padStart(2, '0').replace(/\d/g, figure => SUPERSCRIPTS[Number(figure)]);
  const shown = String(mantissa).padEnd(7, '0');
  return `${sign}${shown[0]}.${shown.slice(1, 7)}${NARROW_SPACE}×${NARROW_SPACE}10${exponent < 0 ? '⁻' : ''}${raised}`;
}

/** The whole number nearest to `value * 10 ** digits`, the even one of two. A double is a fraction of a power of two, so this is exact. */
function rounded(value: number, digits: number): bigint {
  let [whole, halvings] = [value, 0n];
  while (!Number.isInteger(whole)) {
    [whole, halvings] = [whole * 2, halvings + 1n];
  }
  const [dividend, divisor] = [BigInt(whole) * 10n ** BigInt(digits), 2n ** halvings];
  const [quotient, twice] = [dividend / divisor, dividend % divisor * 2n];
  return twice > divisor || (twice === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

const NARROW_SPACE = '\u202f';
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
