/** One object and what the API server has against it: `spec.hosts: FieldValueRequired`; nothing for an object that it takes. */
export interface Verdict {
  readonly name: string;
  readonly object: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

/** The content of api-server-verdicts.json. */
export interface VerdictFile {
  /** the version of the API server */
  readonly server: string;
  readonly cases: readonly Verdict[];
}

export function readVerdicts(text: string): VerdictFile {
  return JSON.parse(text) as VerdictFile;
}

/** The text of the file: a line a case, so that a change of a verdict is one line in a review. */
export function verdictsText({ server, cases }: VerdictFile): string {
  const lines = cases.map(({ name, object, problems }) => `  ${JSON.stringify({ name, object, problems })}`);
  return `{"server":${JSON.stringify(server)},"cases":[\n${lines.join(',\n')}\n]}\n`;
}
