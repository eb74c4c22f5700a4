import { spawn } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** No step may hang a pipeline; on a slow machine Jest may take half an hour. */
const LIMIT_MS = 60 * 60_000;

export interface CommandResult {
  readonly ok: boolean;
  /** Everything it printed, in order and without colors. */
  readonly output: string;
}

/** Runs a program to its end. One that cannot be started, is killed or takes too long is not ok, and the output says why. */
export function command(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, limitMs = LIMIT_MS): Promise<CommandResult> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    const child = spawn(program, args, {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    const end = (ok: boolean, note: string): void => resolve({ ok, output: stripVTControlCharacters(Buffer.concat(chunks).toString()) + note });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', error => end(false, `${program} cannot be started: ${error.message}\n`));
    child.on('close', (code, signal) => end(code === 0, signal === null ? '' : `${program} was ended by ${signal}${child.killed ? `: it may take no longer than ${limitMs / 60_000} minutes` : ''}\n`));
  });
}

/** Runs a program that a package in node_modules brings, named by its file. */
export function tool(file: string, args: readonly string[]): Promise<CommandResult> {
  return command(process.execPath, [path.join('node_modules', file), ...args]);
}
