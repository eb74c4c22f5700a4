/** @throws when no pod has such labels, or every pod has them */
export function checkPodLabels(labels: { [name: string]: string }, call: string): void {
  const entries = Object.entries(labels);
  if (entries.length === 0) {
    throw new Error(`${call}: no label is named, so that every pod would be meant. Name at least one, such as { app: "web" }.`);
  }
  for (const [name, value] of entries) {
    const [end, prefix = 'a', ...more] = name.split('/').reverse();
    if (more.length > 0 || !PART.test(end) || !PREFIX.test(prefix) || !(value === '' || PART.test(value))) {
      throw new Error(`${call}: no pod has the label "${name}: ${value}". Names and values have letters, digits and inner "-", "_" and ".", at most 63; before a name may stand a domain and "/".`);
    }
  }
}

const PART = /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;

const PREFIX = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
