/** One end-to-end case: files, a command over them, and what it has to print. */
export interface Scenario {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/**
 * Reads a scenario file: `==== title ====`, then parts, each below a line such as `---- file shop.yaml ----`, `---- command ----`,
 * `---- stdout ----`, `---- stderr ----` or `---- status ----`. An absent part is empty, and an absent status is 0.
 *
 * @throws when the file has another form, so that no part is passed over.
 */
export function parseScenario(text: string): Scenario {
  const [, title, body] = /^==== (.+) ====\n(.*)$/s.exec(text) ?? fail('it does not begin with ==== title ====');
  const [before, ...parts] = body.split(/^---- (.+) ----\n/m);
  const sections = new Map(parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1]] as const] : [])));
  const names = [...sections.keys()].filter(name => !name.startsWith('file '));
  const unknown = names.find(name => !['command', 'stdout', 'stderr', 'status'].includes(name));
  if (before.trim() !== '' || unknown !== undefined || !sections.has('command') || sections.size * 2 !== parts.length) {
    fail(unknown === undefined ? 'a part is missing, stands twice or has no name' : `"${unknown}" is no part`);
  }
  return {
    title,
    files: Object.fromEntries([...sections].filter(([name]) => name.startsWith('file ')).map(([name, content]) => [name.slice('file '.length), content])),
    command: sections.get('command')!,
    stdout: sections.get('stdout') ?? '',
    stderr: sections.get('stderr') ?? '',
    status: Number(sections.get('status') ?? 0),
  };
}

function fail(reason: string): never {
  throw new Error(`no scenario: ${reason}`);
}
