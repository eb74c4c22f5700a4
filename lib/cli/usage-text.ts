import type { Command, CommanderError } from 'commander';

/** What a wrong command line is told, in one line: what is wrong, and the names that were near or, if none was, all that are known. */
export function usageText({ code, message }: CommanderError, root: Command, args: readonly string[]): string {
  const text = message.replace(/^error: /, '').replace(/\s*\(Did you mean (?:one of )?(.*)\?\)$/, ', did you mean $1?');
  if (code === 'commander.help') {
    return `no command is named: ${known(root.commands.map(command => command.name()))}`;
  }
  if (text.includes('did you mean')) {
    return text;
  }
  switch (code) {
    case 'commander.unknownCommand':
      return `${text}: ${known(root.commands.map(command => command.name()))}`;
    case 'commander.unknownOption':
      return `${text}: ${known(flagsOf(root.commands.find(command => args.includes(command.name())) ?? root))}`;
    default:
      return text;
  }
}

function known(names: readonly string[]): string {
  return `known are ${names.join(', ')}`;
}

function flagsOf(command: Command): string[] {
  return command.createHelp().visibleOptions(command).flatMap(({ long }) => long ?? []);
}
