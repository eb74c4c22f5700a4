// Has kustomize build the folders in test/inspect/mesh/kustomize-builds.json, and writes down what comes of them:
//   node scripts/run.mjs scripts/record-kustomize.ts
// It needs kubectl. The last folder of a case is the one that is built. To add a case, add a line with a name and files.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import { builtFolder, KustomizeBuild, readBuilds, buildsText } from './record-kustomize/builds-file';

const FILE = 'test/inspect/mesh/kustomize-builds.json';

function main(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'kustomize-'));
  try {
    const cases = readBuilds(readFileSync(FILE, 'utf8')).map((one, index) => built(path.join(folder, `${index}`), one));
    writeFileSync(FILE, buildsText(cases));
    console.log(`${FILE}: ${cases.length} builds`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function built(folder: string, { name, files }: KustomizeBuild): KustomizeBuild {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const text = execFileSync('kubectl', ['kustomize', path.join(folder, builtFolder(files))], { encoding: 'utf8', stdio: 'pipe' });
  return { name, files, objects: loadAll(text) as KustomizeBuild['objects'] };
}

main();
