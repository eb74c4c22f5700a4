import path from 'node:path';
import { allChecks } from '../inspect/checks/all-checks';
import { allRules } from '../inspect/checks/all-rules';
import { SEVERITIES, Severity } from '../inspect/checks/rule';
import { runChecks, Verdict } from '../inspect/checks/run-checks';
import { Suppression } from '../inspect/checks/suppression';
import { Input, readInput } from '../inspect/model/input';
import { SourceFile } from '../inspect/model/source-file';
import type { Summary } from '../inspect/report/report';
import { ReportFormat, reporters } from '../inspect/report/reporters';
import { SchemaStore } from '../inspect/schema/schema-store';
import { asCrd, Crd } from '../inspect/schema/tables/crd';
import { CliError } from './cli-error';
import { readInputFiles } from './input-files';
import { knownName } from './known-rules';
import { stackOf } from './stack';
import type { Terminal } from './terminal';
import { tool } from './tool';

/** What `check` is told. */
export interface CheckFlags {
  readonly format: ReportFormat;
  readonly failOn: Severity | 'never';
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly suppress: readonly string[];
  readonly istioVersion: string;
  readonly defaultNamespace: string;
  readonly crds: readonly string[];
  readonly stdinFilename: string;
}

/** Judges what the paths name, and reports it. Returns the exit status. */
export async function check(paths: readonly string[], flags: CheckFlags, terminal: Terminal): Promise<number> {
  if (paths.length === 0) {
    throw new CliError('check: nothing is named: name files, folders, or - for stdin');
  }
  const options = {
    filter: { only: flags.only.map(knownName), skip: flags.skip.map(knownName) },
    suppressions: flags.suppress.map(suppressionOf),
    schemas: SchemaStore.at(SCHEMAS).withCrds(crdsIn(flags.crds)),
    istioRelease: flags.istioVersion,
    defaultNamespace: flags.defaultNamespace,
  };
  const input = readInput(await sourcesAt(paths, flags, terminal));
  const verdict = runChecks(input, allChecks, options);
  const report = { tool, istioVersion: flags.istioVersion, summary: summaryOf(input, verdict), findings: verdict.findings, rules: allRules };
  terminal.write(reporters[flags.format](report, { colors: terminal.colors }));
  notesOn(input, verdict, terminal).forEach(terminal.note);
  return statusOf(verdict, flags.failOn);
}

const SCHEMAS = path.join(__dirname, '../../imports/schemas');

function suppressionOf(flag: string): Suppression {
  const [, name, glob] = /^([^=]+)=(.+)$/s.exec(flag) ?? [];
  if (name === undefined) {
    throw new CliError(`--suppress ${flag}: is no CODE=GLOB; write for example --suppress 'CRD001=VirtualService shop/*'`);
  }
  return new Suppression(knownName(name), glob);
}

function crdsIn(places: readonly string[]): Crd[] {
  return places.flatMap(place => {
    const { objects, problems } = readInput(readInputFiles([place]));
    const crds = objects.flatMap(({ value }) => asCrd(value) ?? []);
    if (problems.length > 0 || crds.length === 0) {
      throw new CliError(`--crds ${place}: ${problems[0]?.problem.message ?? 'holds no CustomResourceDefinition of apiextensions.k8s.io/v1'}`);
    }
    return crds;
  });
}

async function sourcesAt(paths: readonly string[], { stdinFilename }: CheckFlags, terminal: Terminal): Promise<SourceFile[]> {
  const files = readInputFiles(paths.filter(place => place !== STDIN));
  return paths.includes(STDIN) ? [...files, SourceFile.decode(stdinFilename, await terminal.readStdin())] : files;
}

const STDIN = '-';

function summaryOf({ files, objects }: Input, { findings, suppressed }: Verdict): Summary {
  const count = (severity: Severity): number => findings.filter(finding => finding.severity === severity).length;
  return { files: files.length, objects: objects.length, errors: count('error'), warnings: count('warning'), infos: count('info'), suppressed };
}

function statusOf({ findings, crashes }: Verdict, failOn: CheckFlags['failOn']): number {
  if (crashes.length > 0) {
    return 2;
  }
  const failing = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return findings.some(({ severity }) => failing.includes(severity)) ? 1 : 0;
}

function notesOn({ files, objects, problems }: Input, { crashes }: Verdict, { env }: Terminal): string[] {
  if (files.length === 0) {
    return ['cdk8s-mesh: nothing to check, no *.yaml, *.yml or *.json file is there'];
  }
  if (objects.length === 0 && problems.length === 0) {
    return ['cdk8s-mesh: nothing to check, no object is in what was read'];
  }
  if (crashes.length === 0) {
    return [];
  }
  const stacks = env.CDK8S_MESH_DEBUG === '1' ? [...new Set(crashes)].map(stackOf) : [];
  return [...stacks, 'cdk8s-mesh: a check failed itself: see the findings with code IST0001'];
}
