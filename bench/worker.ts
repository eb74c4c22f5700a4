// Measures one case in a process of its own, cold, as a user's synth always is: `worker CASE OBJECTS FOLDER` prints one line of JSON. Cases of intent
// count services instead of objects.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ApiObject, App } from 'cdk8s';
import { dump } from 'js-yaml';
import { MeshApp } from '../lib';
import { fillWithIntent } from './intent-app';
import { fill, OBJECTS_PER_CHART } from './sample-app';

const dumped = (app: App) => {
  const manifests = app.node.findAll().filter(ApiObject.isApiObject).map(object => object.toJson() as object);
  return () => manifests.forEach(manifest => dump(manifest, { noRefs: true, lineWidth: -1 }));
};

const CASES: Readonly<Record<string, (objects: number, outdir: string) => () => void>> = {
  /** What js-yaml alone needs to write the same objects as text. */
  'floor': objects => dumped(fill(new App(), objects)),
  'floor of intent': services => dumped(fillWithIntent(new App(), services)),
  'synth of intent': (services, outdir) => {
    const app = fillWithIntent(new MeshApp({ outdir }), services);
    return () => app.synth();
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
  /** What the disk alone needs for as many files of that size. */
  'files': (objects, outdir) => {
    const files = objects / OBJECTS_PER_CHART;
    const text = fill(new MeshApp(), OBJECTS_PER_CHART).synthYaml();
    return () => {
      for (let index = 0; index < files; index += 1) {
        writeFileSync(path.join(outdir, `svc-${index}.k8s.yaml`), text);
      }
    };
  },
};

const [name, objects, folder] = process.argv.slice(2);
const outdir = mkdtempSync(path.join(folder, 'cdk8s-mesh-bench-'));
const run = CASES[name](Number(objects), outdir);
const start = performance.now();
run();
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, mebibytes: process.resourceUsage().maxRSS / 1024 }));
rmSync(outdir, { recursive: true });
