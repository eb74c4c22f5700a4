/** How a target of Prometheus gets its labels, or is left out; with the names that the operator of Prometheus gives the fields. */
export interface Relabeling {
  readonly action: 'drop' | 'keep' | 'replace';
  readonly sourceLabels?: string[];
  readonly regex?: string;
  readonly replacement?: string;
  readonly targetLabel?: string;
}

/** The same in the words of a configuration file. */
export function relabelConfig({ action, sourceLabels, regex, replacement, targetLabel }: Relabeling): Readonly<Record<string, unknown>> {
  const said = { action, source_labels: sourceLabels, regex, replacement, target_label: targetLabel };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** Keeps targets of which a label has a value. */
export function keep(label: string, regex: string): Relabeling {
  return { action: 'keep', sourceLabels: [label], regex };
}

/** Leaves out targets of which a label has a value. */
export function drop(label: string, regex: string): Relabeling {
  return { action: 'drop', sourceLabels: [label], regex };
}

/** Gives series a label with the value of a label of the target. */
export function copy(label: string, targetLabel: string): Relabeling {
  return { action: 'replace', sourceLabels: [label], targetLabel };
}

/** Gives series a label with one value. */
export function fixed(targetLabel: string, replacement: string): Relabeling {
  return { action: 'replace', targetLabel, replacement };
}
