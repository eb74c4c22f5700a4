import { Command, Option } from 'commander';
import { DEFAULT_ISTIO_RELEASE, ISTIO_RELEASES } from '../inspect/istio-release';
import type { CheckFlags } from './check-command';
import type { CodesFlags } from './codes-command';
import type { CommandsFlags } from './commands-command';
import type { ImportYamlFlags } from './import-yaml-command';
import { loadImportYaml } from './load-import-yaml';
import type { StatusFlags } from './status-command';
import type { SynthFlags } from './synth-command';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** The command line: its commands and flags. What a command does is loaded when it is called; `done` gets its exit status. */
export function program(terminal: Terminal, done: (status: number) => void): Command {
  const root = new Command(tool.name)
    .description('Renders a service mesh as plain YAML, and checks any Kubernetes YAML offline.')
    .version(tool.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help on a command')
    .helpCommand('help [command]', 'print help on a command')
    .exitOverride()
    .configureOutput({ writeOut: terminal.write, writeErr: () => {}, outputError: () => {} });

  root.command('synth')
    .description('Runs the app of this project as set in cdk8s.yaml, and reports which files were written, unchanged and removed.')
    .addHelpText('after', '\nTypes are not checked, so a misspelled option is ignored. Run tsc first.')
    .option('--env <name>', 'render only this environment')
    .addOption(format('text', 'json'))
    .action(async (flags: SynthFlags) => done((await import('./synth-command')).synth(flags, terminal)));

  root.command('check')
    .description('Checks objects as the API server, istiod and istioctl do, and for mistakes that none of them report.')
    .argument('[paths...]', 'files, folders (*.yaml, *.yml, *.json), or - for stdin')
    .addOption(exclude())
    .addOption(format('text', 'json', 'sarif', 'github'))
    .addOption(new Option('--fail-on <severity>', 'the lowest severity that makes the exit status 1')
      .choices(['error', 'warning', 'info', 'never']).default('error'))
    .addOption(list('--only <list>', 'codes (CRD001), families (CRD) or rules (unknown-field), comma-separated; run only these'))
    .addOption(list('--skip <list>', 'the same; skip these'))
    .addOption(repeated('--analyzer <name>', 'run only the checks of this istioctl analyzer; repeatable'))
    .addOption(repeated('--suppress <code=glob>', 'hide findings of a code on objects whose "Kind namespace/name" matches; repeatable'))
    .addOption(new Option('--istio-version <release>', 'the Istio release whose API and rules apply')
      .choices(ISTIO_RELEASES).default(DEFAULT_ISTIO_RELEASE))
    .option('--mesh-config <file>', 'MeshConfig; overrides the input and Istio\'s defaults')
    .option('--mesh-networks <file>', 'MeshNetworks')
    .option('--default-namespace <namespace>', 'namespace of objects that have none; \'\' for none', 'default')
    .addOption(repeated('--crds <path>', 'additional CRDs: a file or folder; repeatable'))
    .addOption(repeated('--rules <file>', 'your own rules: a module, or the name of an installed package; repeatable'))
    .addOption(repeated('--assume <object>', 'an object that exists elsewhere, as "Kind namespace/name"; repeatable'))
    .addOption(repeated('--cluster <name=path>', 'another cluster of the mesh to compare with: a file or folder with its objects; repeatable'))
    .option('--complete', 'the input is complete: whatever is not in it does not exist', false)
    .option('--stdin-filename <name>', 'the name of stdin in the output', '<stdin>')
    .option('--fix', 'fix the files where it is safe, and report the rest', false)
    .option('--dry-run', 'with --fix: print the changes as a diff, and write nothing', false)
    .action(async (paths: string[], flags: CheckFlags) => done(await (await import('./check-command')).check(paths, flags, terminal)));

  aboutObjects(root.command('commands'))
    .description('Prints commands that show how a cluster handles these objects, with their names filled in.')
    .action(async (paths: string[], flags: CommandsFlags) => done(await (await import('./commands-command')).commands(paths, flags, terminal)));

  const status = root.command('status').description('Answers questions about a mesh from its objects alone.').helpCommand(false);
  aboutObjects(status.command('mtls'))
    .description('Reports which services are ready to accept only callers in the mesh (STRICT), and why others are not.')
    .action(async (paths: string[], flags: StatusFlags) => done(await (await import('./status-command')).statusOfMtls(paths, flags, terminal)));

  root.command('import-yaml')
    .description('Writes TypeScript charts that render existing objects, and compares the result with the input.')
    .argument('[paths...]', 'files, folders (*.yaml, *.yml, *.json), or - for stdin')
    .addOption(exclude())
    .addOption(format('text', 'json'))
    .option('--out <path>', 'a file (*.ts) for all charts, or a folder with one file for each; default: stdout')
    .option('--force', 'overwrite existing files', false)
    .option('--l1', 'use only generated constructs: none that combines several objects', false)
    .option('--stdin-filename <name>', 'the name of stdin in notes', '<stdin>')
    .action(async (paths: string[], flags: ImportYamlFlags) => done(await (await loadImportYaml()).importYaml(paths, flags, terminal)));

  root.command('codes')
    .description('Lists every code with its severity and a summary, or prints the page of one.')
    .argument('[name]', 'a code, a family or a rule')
    .addOption(repeated('--rules <file>', 'also your own rules: a module, or the name of an installed package; repeatable'))
    .addOption(format('text', 'json'))
    .action(async (name: string | undefined, flags: CodesFlags) => done((await import('./codes-command')).codes(name, flags, terminal)));

  return root;
}

/** A command that looks at a set of objects as a whole, as `readSet` reads it. */
function aboutObjects(command: Command): Command {
  return command
    .argument('[paths...]', 'files, folders (*.yaml, *.yml, *.json), or - for stdin')
    .addOption(exclude())
    .addOption(format('text', 'json'))
    .option('--default-namespace <namespace>', 'namespace of objects that have none', 'default')
    .option('--stdin-filename <name>', 'the name of stdin in notes', '<stdin>');
}

function exclude(): Option {
  return repeated('--exclude <glob>', 'exclude files and folders whose path matches; repeatable');
}

function format(...formats: readonly string[]): Option {
  return new Option('--format <format>', 'output format').choices(formats).default(formats[0]);
}

/** A flag whose values are joined by commas, given once or more. */
function list(flags: string, description: string): Option {
  return repeated(flags, description, value => value.split(',').map(name => name.trim()));
}

function repeated(flags: string, description: string, valuesOf = (value: string): string[] => [value]): Option {
  return new Option(flags, description).default([], 'none').argParser((value, before: readonly string[]) => [...before, ...valuesOf(value)]);
}
