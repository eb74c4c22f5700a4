import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How a program ended, and what it printed. */
export interface Ending {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A project of a user in a folder of its own. Tarballs are really installed; all other packages are those that this checkout has, so no registry
 * is asked.
 */
export class UserProject {
  constructor(public readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** Takes the files of an example, without what it has rendered. */
  public takeFrom(example: string): void {
    cpSync(example, this.folder, { recursive: true, filter: file => !/\/(?:build|dist|node_modules)$/.test(file) });
  }

  /** Installs tarballs, and links what else package.json names, or `others`. */
  public install(tarballs: readonly string[], others: readonly string[] = []): void {
    const file = path.join(this.folder, 'package.json');
    const committed = existsSync(file) ? readFileSync(file, 'utf8') : '{ "private": true }\n';
    // npm would ask the registry for all that it names.
    writeFileSync(file, '{ "private": true }\n');
    if (tarballs.length > 0) {
      this.run('npm', ['install', '--offline', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-save', ...tarballs]);
    }
    writeFileSync(file, committed);
    const { dependencies, devDependencies, peerDependencies } = JSON.parse(committed);
    [...Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }), ...others].forEach(name => this.link(name));
  }

  /** Runs a program in the project. @throws when it fails, with what it printed */
  public run(program: string, args: readonly string[]): string {
    const { status, stdout, stderr } = this.ending(program, args);
    if (status !== 0) {
      throw new Error(`${program} ${args.join(' ')} ends with ${status}:\n${stdout}${stderr}`);
    }
    return stdout;
  }

  public ending(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ending {
    const { error, status, stdout, stderr } = spawnSync(program, args, { cwd: this.folder, env: { ...cleanEnvironment(), ...env }, encoding: 'utf8' });
    return { status, stdout, stderr: error === undefined ? stderr : String(error) };
  }

  private link(name: string): void {
    const [from, to] = [path.resolve('node_modules', name), path.join(this.folder, 'node_modules', name)];
    if (existsSync(to) || !existsSync(from)) {
      return;
    }
    mkdirSync(path.dirname(to), { recursive: true });
    symlinkSync(from, to);
    const { bin = {} } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8'));
    const programs = typeof bin === 'string' ? { [path.basename(name)]: bin } : bin as Record<string, string>;
    for (const [program, file] of Object.entries(programs)) {
      mkdirSync(path.join(this.folder, 'node_modules/.bin'), { recursive: true });
      symlinkSync(path.join(from, file), path.join(this.folder, 'node_modules/.bin', program));
    }
  }
}

/** Without what the runner of the tests has said to this process alone. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(?:CDK8S_|GIT_|JEST_|NODE_ENV$|npm_)/.test(name));
  return { ...Object.fromEntries(entries), CDK8S_CHECK_UPGRADE: 'false', NO_COLOR: '1' };
}
