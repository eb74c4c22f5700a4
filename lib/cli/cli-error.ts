/** The tool cannot do its work: bad usage or unreadable input. The message is one line: what, where, how to mend it. */
export class CliError extends Error {
  /** Whether something is such an error, from whichever bundle it comes: each command is bundled with a copy of this class. */
  public static isCliError(thrown: unknown): thrown is CliError {
    return thrown instanceof Error && CLI_ERROR in thrown;
  }

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    Object.defineProperty(this, CLI_ERROR, { value: true });
  }
}

const CLI_ERROR = Symbol.for('cdk8s-mesh.CliError');
