/** A block of commands in Markdown. */
export function shellBlock(...commands: readonly string[]): string {
  return ['```sh', ...commands, '```'].join('\n');
}

/** One word of a command, in quotes where a shell would take it apart. */
export function shellWord(text: string): string {
  return /^[\w.,:/=@%+-]+$/.test(text) ? text : `'${text.replaceAll('\'', '\'\\\'\'')}'`;
}

/** Labels as `kubectl get -l` takes them. */
export function selectorWord(labels: Readonly<Record<string, string>>): string {
  return shellWord(Object.entries(labels).map(([name, value]) => `${name}=${value}`).join(','));
}
