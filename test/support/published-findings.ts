import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environmentSets, FileSet } from '../../lib/cli/environment-sets';
import { readInputFiles } from '../../lib/cli/input-files';
import type { Finding } from '../../lib/inspect/checks/finding';
import { checkSettings } from '../../lib/outlets/private/check-properties';
import { judgeSets } from '../../lib/outlets/private/judge-sets';

/** What `check --complete` finds in each environment that an app has published to a folder, by itself, with its own values of the installation. */
export function findingsIn(folder: string): readonly Finding[] {
  return setsIn(folder).flatMap(set => judgeSets([set], checkSettings({ complete: true }, 'published-findings.ts')).report.findings);
}

function setsIn(folder: string): FileSet[] {
  const { files, failures } = readInputFiles([folder]);
  expect(failures).toEqual([]);
  return environmentSets(files);
}

/** The same for an app that publishes to a folder that it is given; a line for each finding: `CODE Kind/name message`. */
export function findingsOf(publish: (outdir: string) => void): string[] {
  const outdir = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-own-output-'));
  try {
    publish(outdir);
    return findingsIn(outdir).map(({ code, object, message }) => `${code} ${object?.kind ?? ''}/${object?.name ?? ''} ${message}`);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
