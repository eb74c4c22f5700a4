/** A double as `string()` writes it: the shortest digits that tell it apart, and an exponent from a million on and below a ten thousandth. */
export function doubleText(value: number): string {
  const [digits, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  return power < -4 || power >= 6 ? withExponent(digits, power) : plainDoubleText(value);
}

/** A double without an exponent, whatever its size: `0.000000001`. */
export function plainDoubleText(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? 'NaN' : value < 0 ? '-Inf' : '+Inf';
  }
  const text = Object.is(value, -0) ? '-0' : String(value);
  const [, sign, whole, fraction = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) {
    return text;
  }
  // JavaScript writes an exponent only for very small and very large doubles, so the point lies outside the digits.
  const power = Number(exponent);
  const digits = whole + fraction;
  return power < 0 ? `${sign}0.${'0'.repeat(-power - 1)}${digits}` : sign + digits.padEnd(power + 1, '0');
}

/** `1.5e+07`: the exponent has a sign and at least two digits. */
export function withExponent(digits: string, power: number): string {
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
