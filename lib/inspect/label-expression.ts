/** An expression of a selector (`matchExpressions`), as it is written. */
export interface LabelExpression {
  readonly operator?: unknown;
  readonly values?: unknown;
}

/**
 * Whether a label, or its absence, is what an expression asks for; undefined where nobody knows the operator. A value that is null is an
 * empty text.
 */
export function isMet({ operator, values }: LabelExpression, label: string | undefined): boolean | undefined {
  const isAmong = Array.isArray(values) && values.some(value => (value ?? '') === label);
  switch (operator) {
    case 'In': return label !== undefined && isAmong;
    case 'NotIn': return label === undefined || !isAmong;
    case 'Exists': return label !== undefined;
    case 'DoesNotExist': return label === undefined;
    default: return undefined;
  }
}
