import { debugTopics, DebugTopic } from '../inspect/debug-commands';
import { printable } from '../inspect/report/printable';
import { byEnvironment, InputFlags, readSets, textByEnvironment } from './read-sets';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** What `commands` is told. */
export interface CommandsFlags extends InputFlags {
  readonly format: 'text' | 'json';
}

/** Prints the commands that show what a cluster makes of what the paths name. Returns the exit status. */
export async function commands(paths: readonly string[], flags: CommandsFlags, terminal: Terminal): Promise<number> {
  const { sets, failures } = await readSets('commands', paths, flags, terminal);
  const told = sets.map(environment => [environment, debugTopics(environment.set)] as const);
  terminal.write(flags.format === 'json'
    ? `${JSON.stringify({ tool, ...byEnvironment(told.map(([environment, topics]) => [environment, { topics }])) }, undefined, 2)}\n`
    : textByEnvironment(told.map(([environment, topics]) => [environment, textOf(topics)])));
  if (told.every(([, topics]) => topics.length === 0)) {
    terminal.note(`${tool.name}: nothing to inspect: the input contains no workloads in the mesh`);
  }
  return failures.length > 0 ? 2 : 0;
}

function textOf(topics: readonly DebugTopic[]): string {
  return topics.map(({ about, commands: all }) => `# ${printable(about)}\n${all.map(line).join('')}`).join('\n');
}

function line({ command, shows }: { readonly command: string; readonly shows: string }): string {
  return `${printable(command).padEnd(WIDTH)} # ${shows}\n`;
}

const WIDTH = 60;
