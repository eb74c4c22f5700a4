/** @throws when no pod has such labels, or every pod has them */
export function checkPodLabels(labels: { [name: string]: string }, call: string): void {
  const entries = Object.entries(labels);
  if (entries.length === 0) {
    throw new Error(`${call}: no labels given, so every pod would match. Set at least one, such as { app: "web" }.`);
  }
  for (const [name, value] of entries) {
    const [end, prefix = 'a', ...more] = name.split('/').reverse();
    if (more.length > 0 || !PART.test(end) || !PREFIX.test(prefix) || !(value === '' || PART.test(value))) {
      throw new Error(`${call}: "${name}: ${value}" is not a valid label. Use letters, digits and inner "-", "_" and ".", at most 63 characters each; a name may have a domain and "/" in front.`);
    }
  }
}

const PART = /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;

const PREFIX = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
