import { count } from '../inspect/count';
import { MtlsReadiness, mtlsReadiness } from '../inspect/readiness/mtls-readiness';
import { printable } from '../inspect/report/printable';
import { byEnvironment, InputFlags, readSets, textByEnvironment } from './read-sets';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** What `status` is told. */
export interface StatusFlags extends InputFlags {
  readonly format: 'text' | 'json';
}

/** Tells which services are ready for `STRICT`, and why others are not. Returns the exit status: 1 where one is not, or nobody knows. */
export async function statusOfMtls(paths: readonly string[], flags: StatusFlags, terminal: Terminal): Promise<number> {
  const { sets, failures } = await readSets('status mtls', paths, flags, terminal);
  const told = sets.map(environment => [environment, mtlsReadiness(environment.set)] as const);
  const all = told.flatMap(([, services]) => services);
  terminal.write(flags.format === 'json'
    ? `${JSON.stringify({ tool, ...byEnvironment(told.map(([environment, services]) => [environment, jsonOf(services)])) }, undefined, 2)}\n`
    : textByEnvironment(told.map(([environment, services]) => [environment, textOf(services)])));
  if (all.length === 0) {
    terminal.note(`${tool.name}: nothing to report: the input contains no Service that selects pods`);
  }
  return failures.length > 0 ? 2 : Number(all.some(({ ready }) => ready !== true));
}

function jsonOf(all: readonly MtlsReadiness[]): object {
  const services = all.map(({ service, ready = null, mode, reasons }) => [service, { ready, mode, reasons }] as const);
  return { services: Object.fromEntries(services) };
}

function textOf(all: readonly MtlsReadiness[]): string {
  const counts = [true, false, undefined].map(wanted => all.filter(({ ready }) => ready === wanted).length);
  return [...all.map(block), `${count(all.length, 'service')}: ${counts[0]} ready, ${counts[1]} not ready, ${counts[2]} unknown\n`].join('');
}

function block({ service, ready, mode, reasons }: MtlsReadiness): string {
  const word = ready === undefined ? 'unknown  ' : ready ? 'ready    ' : 'not ready';
  return [
    `${word}  ${printable(service)}  (${mode} today)`,
    ...reasons.map(reason => `  ${reason.object === undefined ? '' : `${printable(reason.object)}: `}${reason.unknown ? 'not known: ' : ''}${printable(reason.text)}`),
    '',
  ].join('\n');
}
