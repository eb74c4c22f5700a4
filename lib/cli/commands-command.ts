import { debugTopics } from '../inspect/debug-commands';
import { printable } from '../inspect/report/printable';
import { InputFlags, readSet } from './read-set';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** What `commands` is told. */
export interface CommandsFlags extends InputFlags {
  readonly format: 'text' | 'json';
}

/** Prints the commands that show what a cluster makes of what the paths name. Returns the exit status. */
export async function commands(paths: readonly string[], flags: CommandsFlags, terminal: Terminal): Promise<number> {
  const { set, failures } = await readSet('commands', paths, flags, terminal);
  const topics = debugTopics(set);
  if (flags.format === 'json') {
    terminal.write(`${JSON.stringify({ tool, topics }, undefined, 2)}\n`);
  } else {
    terminal.write(topics.map(({ about, commands: all }) => `# ${printable(about)}\n${all.map(line).join('')}`).join('\n'));
  }
  if (topics.length === 0) {
    terminal.note(`${tool.name}: nothing in the mesh runs in what was read, so there is nothing to look at`);
  }
  return failures.length > 0 ? 2 : 0;
}

function line({ command, shows }: { readonly command: string; readonly shows: string }): string {
  return `${printable(command).padEnd(WIDTH)} # ${shows}\n`;
}

const WIDTH = 60;
