import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CliError } from './cli-error';
import { Project, readProject } from './project';
import { countFiles, FolderReport, synthText } from './synth-report';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** What `synth` is told. */
export interface SynthFlags {
  readonly format: 'text' | 'json';
  readonly env?: string;
}

/** Runs the app of the project in the current folder, and reports what became of its files. Returns the exit status. */
export function synth({ format, env }: SynthFlags, terminal: Terminal): number {
  const project = readProject();
  const folders = runApp(project, { ...terminal.env, ...(env === undefined ? {} : { CDK8S_MESH_ENV: env }) });
  if (folders === undefined) {
    const note = 'the app reported no files: it is not a MeshApp, or does not call synth()';
    if (env !== undefined) {
      throw new CliError(`--env ${env}: ${note}, so the environment was ignored`);
    }
    terminal.note(`${tool.name}: ${note}; the files it wrote to ${project.output} are unknown`);
  }
  if (project.hasValidations) {
    terminal.note(`${tool.name}: the validations in cdk8s.yaml were not run: cdk8s synth runs them, ${tool.name} synth does not`);
  }
  if (format === 'json') {
    terminal.write(`${JSON.stringify({ tool, folders: folders ?? null, summary: countFiles(folders ?? []) }, undefined, 2)}\n`);
  } else if (folders !== undefined) {
    terminal.write(synthText(folders));
  }
  return 0;
}

/** What the app reported; undefined when it reported nothing. */
function runApp({ app, output }: Project, env: Terminal['env']): FolderReport[] | undefined {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'cdk8s-mesh-'));
  try {
    const report = path.join(scratch, 'report');
    // What the app prints is no result of ours, so it goes to stderr.
    const { status, signal, error } = spawnSync(app, {
      shell: true,
      stdio: ['inherit', 2, 'inherit'],
      env: { ...env, CDK8S_OUTDIR: output, CDK8S_MESH_REPORT: report },
    });
    if (status !== 0) {
      const how = error?.message ?? (signal === null ? `exited with status ${status}` : `was killed by ${signal}`);
      throw new CliError(`the app "${app}" ${how}: fix the errors above, and run again`, { cause: error });
    }
    return existsSync(report) ? readFileSync(report, 'utf8').trimEnd().split('\n').map(line => JSON.parse(line) as FolderReport) : undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
