import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtOnce } from './built-once';
import { go } from './go';

const SOURCES = path.resolve('test/support/otelcol');
const FILES = ['go.mod', 'go.sum', 'main.go'];

/**
 * A real collector of version 0.144.0, built with Go from its modules, with the components that lib/observability has words for. It is built once for
 * a machine, which takes minutes. Undefined, with a loud line, where there is no Go or its modules cannot be had.
 */
export function realCollector(): string | undefined {
  try {
    return builtOnce({ name: 'otelcol', sources: SOURCES, files: FILES, build: target => go(SOURCES, 'build', '-trimpath', '-ldflags=-s -w', '-o', target, '.') });
  } catch (error) {
    process.stderr.write(`SKIPPED: no real OpenTelemetry Collector judges what is rendered, since it could not be built: ${(error as Error).message}\n`);
    return undefined;
  }
}

/** What the collector says against a configuration; empty if it takes it. Variables of Secrets are given. */
export function collectorRefusals(program: string, config: string, env: Readonly<Record<string, string>> = {}): string {
  const file = path.join(path.dirname(program), `config-${process.pid}.yaml`);
  writeFileSync(file, config);
  const { status, stdout, stderr } = spawnSync(program, ['validate', `--config=${file}`], { encoding: 'utf8', env: { ...process.env, ...env } });
  return status === 0 ? '' : `${stdout}${stderr}`.trim();
}
