import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentsOf } from './folder';

/** Runs a program of this project that ends with `app.synth()`, and gives what it renders: file to text, without the ownership lists. */
export function renderedBy(program: string): Record<string, string> {
  const outdir = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-app-'));
  process.env.CDK8S_MESH_OUTDIR = outdir;
  try {
    jest.isolateModules(() => require(path.resolve(program)));
    return Object.fromEntries(Object.entries(contentsOf(outdir)).filter(([file]) => !file.endsWith('.cdk8s-mesh')));
  } finally {
    delete process.env.CDK8S_MESH_OUTDIR;
    rmSync(outdir, { recursive: true });
  }
}
