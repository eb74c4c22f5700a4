/** Whether no pod can have both sets of labels: they say something else of a label that is in both. */
export function areExclusive(labels: Labels, others: Labels): boolean {
  return Object.entries(labels).some(([name, value]) => name in others && others[name] !== value);
}

type Labels = Readonly<Record<string, string>>;
