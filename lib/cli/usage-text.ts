import type { Command, CommanderError } from 'commander';
import { nearest } from '../inspect/nearest';

/** What a wrong command line is told, in one line: what is wrong, and the names that were near or, if none was, all that are known. */
export function usageText({ code, message }: CommanderError, root: Command, args: readonly string[]): string {
  const group = root.commands.find(command => command.name() === args[0] && command.commands.length > 0);
  if (code === 'commander.help' && group !== undefined) {
    return `${group.name()}: no question given: ${known(group.commands.map(command => command.name()))}`;
  }
  if (code === 'commander.help') {
    return noHelp(args, root.commands.map(command => command.name()));
  }
  const text = message.replace(/^error: /, '').replace(/\s*\(Did you mean (?:one of )?(.*)\?\)$/, ', did you mean $1?');
  if (text.includes('did you mean')) {
    return text;
  }
  switch (code) {
    case 'commander.unknownCommand':
      return `${text}: ${known(root.commands.map(command => command.name()))}`;
    case 'commander.unknownOption':
      return unknownOption(text, flagsOf(root.commands.find(command => args.includes(command.name())) ?? root));
    default:
      return text;
  }
}

/** Whoever comes from kubectl and istioctl writes `-o json`. */
function unknownOption(text: string, flags: readonly string[]): string {
  return text.endsWith("'-o'") && flags.includes('--format') ? `${text}, did you mean --format?` : `${text}: ${known(flags)}`;
}

/** Help was not asked for, or asked for on a command that nobody knows. */
function noHelp(args: readonly string[], commands: readonly string[]): string {
  const [, command] = args.filter(arg => !arg.startsWith('-'));
  if (command === undefined) {
    return `no command given: ${known(commands)}`;
  }
  const near = nearest(command, commands);
  return `unknown command '${command}'${near.length === 0 ? `: ${known(commands)}` : `, did you mean ${near.join(' or ')}?`}`;
}

function known(names: readonly string[]): string {
  return `expected one of ${names.join(', ')}`;
}

function flagsOf(command: Command): string[] {
  return command.createHelp().visibleOptions(command).flatMap(({ long }) => long ?? []);
}
