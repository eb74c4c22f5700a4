// The API server's parser is a scanner that lets any part be empty: "", "+." and "k" differ only in that the first is refused.
const QUANTITY = /^[-+]?\d*(\.\d*)?([numkMGTPE]|[KMGTPE]i|[eE][-+]?\d+)?$/;

/** Whether Kubernetes reads the text as a quantity: `100m`, `1.5Gi`, `1e3`. */
export function isQuantity(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && QUANTITY.test(trimmed);
}
