/** Labels of a target of Prometheus. */
export type TargetLabels = Readonly<Record<string, string>>;

interface RelabelRule {
  readonly action: string;
  readonly source_labels?: readonly string[];
  readonly regex?: string;
  readonly replacement?: string;
  readonly target_label?: string;
}

/** What rules make of a target, without what was found out about it, and labels without a value, which are none; undefined: it is not asked. */
export function relabeled(target: TargetLabels, rules: readonly RelabelRule[]): TargetLabels | undefined {
  let labels: TargetLabels | undefined = target;
  for (const rule of rules) {
    labels = labels && applied(labels, rule);
  }
  return labels && Object.fromEntries(Object.entries(labels).filter(([name, value]) => !name.startsWith('__meta') && value !== ''));
}

function applied(labels: TargetLabels, { action, source_labels: sources = [], regex = '(.*)', replacement = '$1', target_label: name = '' }: RelabelRule): TargetLabels | undefined {
  const value = sources.map(source => labels[source] ?? '').join(';');
  const whole = new RegExp(`^(?:${regex})$`);
  if (action === 'replace') {
    return whole.test(value) ? { ...labels, [name]: value.replace(whole, replacement) } : labels;
  }
  return whole.test(value) === (action === 'keep') ? labels : undefined;
}
