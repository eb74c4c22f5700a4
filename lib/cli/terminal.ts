import type { ProgressStream } from './progress';

/** What a command may use of the process that it runs in. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads the result, and colors are welcome. */
  readonly colors: boolean;
  readonly write: (text: string) => void;
  /** Notes and reasons, apart from the result. */
  readonly note: (line: string) => void;
  readonly readStdin: () => Promise<Buffer>;
  /** Where progress is shown; nowhere when absent. */
  readonly progress?: ProgressStream;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { env, stdout, stderr, stdin } = process;
  return {
    env,
    colors: stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb',
    write: text => { stdout.write(text); },
    note: line => { stderr.write(`${line}\n`); },
    progress: stderr,
    readStdin: async () => Buffer.concat(await stdin.toArray() as Buffer[]),
  };
}
