// Measures one case in a process of its own, cold, as a user's synth always is: `worker CASE OBJECTS` prints one line of JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApiObject, App } from 'cdk8s';
import { dump } from 'js-yaml';
import { MeshApp } from '../lib';
import { fill } from './sample-app';

const CASES: Readonly<Record<string, (objects: number, outdir: string) => () => void>> = {
  /** What js-yaml alone needs to write the same objects as text. */
  'floor': objects => {
    const manifests = fill(new App(), objects).node.findAll().filter(ApiObject.isApiObject).map(object => object.toJson() as object);
    return () => manifests.forEach(manifest => dump(manifest, { noRefs: true, lineWidth: -1 }));
  },
  'synth': (objects, outdir) => {
    const app = fill(new MeshApp({ outdir }), objects);
    return () => app.synth();
  },
  'synth again': (objects, outdir) => {
    fill(new MeshApp({ outdir }), objects).synth();
    const app = fill(new MeshApp({ outdir }), objects);
    return () => app.synth();
  },
  'stock synth': (objects, outdir) => {
    const app = fill(new App({ outdir }), objects);
    return () => app.synth();
  },
};

const [name, objects] = process.argv.slice(2);
const outdir = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-bench-'));
const run = CASES[name](Number(objects), outdir);
const start = performance.now();
run();
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, mebibytes: process.resourceUsage().maxRSS / 1024 }));
rmSync(outdir, { recursive: true });
