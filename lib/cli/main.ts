import { CommanderError } from 'commander';
import { printable } from '../inspect/report/printable';
import { CliError } from './cli-error';
import { program } from './program';
import { stackOf } from './stack';
import type { Terminal } from './terminal';
import { tool } from './tool';
import { usageText } from './usage-text';

/** Runs the program with the arguments of a command line. Returns the exit status; whatever goes wrong is one line on stderr and status 2. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  let status = 0;
  const root = program(terminal, result => { status = result; });
  try {
    await root.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? 0 : fail(usageText(error, root, args), error, terminal);
    }
    const reason = error instanceof Error ? error.message : String(error);
    return fail(CliError.isCliError(error) ? reason : `internal error: ${reason}. Run again with CDK8S_MESH_DEBUG=1, and report the output`, error, terminal);
  }
}

function fail(reason: string, error: unknown, terminal: Terminal): 2 {
  terminal.note(`${tool.name}: ${printable(reason.replace(/\s*\n\s*/g, ' '))}`);
  if (terminal.env.CDK8S_MESH_DEBUG === '1') {
    terminal.note(stackOf(error));
  }
  return 2;
}
