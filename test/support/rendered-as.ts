import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as cdk8s from 'cdk8s';
import * as constructs from 'constructs';
import * as library from '../../lib';
import { contentsOf } from './folder';

/**
 * Runs a program of this project that ends with `app.synth()`, with more said to its app, and hands over the folder that it renders into: path of
 * each file to text, without the ownership lists. The library is loaded once for all programs of a test.
 */
export function renderedAs<T>(program: string, props: library.MeshAppProps, use: (files: Record<string, string>, outdir: string) => T): T {
  const outdir = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-app-'));
  process.env.CDK8S_MESH_OUTDIR = outdir;
  try {
    jest.isolateModules(() => {
      SHARED.forEach(([name, module]) => jest.doMock(name, () => module));
      jest.doMock('../../lib', () => told(props));
      require(path.resolve(program));
    });
    return use(Object.fromEntries(Object.entries(contentsOf(outdir)).filter(([file]) => !file.endsWith('.cdk8s-mesh'))), outdir);
  } finally {
    ['../../lib', ...SHARED.map(([name]) => name)].forEach(name => jest.dontMock(name));
    delete process.env.CDK8S_MESH_OUTDIR;
    rmSync(outdir, { recursive: true });
  }
}

/** With two copies, a chart of the one would not be a chart of the other. */
const SHARED = [['cdk8s', cdk8s], ['constructs', constructs]] as const;

function told(more: library.MeshAppProps): object {
  class ToldApp extends library.MeshApp {
    constructor(props: library.MeshAppProps = {}) {
      super({ ...props, ...more });
    }
  }
  return { ...library, MeshApp: ToldApp };
}
