import { selectorWord } from '../runbook/shell';

/** Commands that find the namespace in which pods run. */
export function findNamespace(podLabels: Readonly<Record<string, string>>): string[] {
  const namespaces = '{range .items[*]}{.metadata.namespace}{"\\n"}{end}';
  return [
    '# where the pods of the gateway run: one line',
    `NAMESPACE=$(kubectl get pods --all-namespaces -l ${selectorWord(podLabels)} -o jsonpath='${namespaces}' | sort -u); echo "$NAMESPACE"`,
  ];
}
