// A child process of these tests: `render-broken-shop HOW OUTDIR` renders a shop that ends badly.
import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { MeshApp } from '../../../lib';
import { shop } from './shop';

const [how, outdir] = process.argv.slice(2);

function configMap(app: MeshApp, data: unknown): void {
  new ApiObject(new Chart(app, 'zone'), 'last', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'last' }, data });
}

const BROKEN: Readonly<Record<string, () => MeshApp>> = {
  'throws while it is built': () => {
    shop('new', { outdir, services: 4 });
    throw new Error('no value for the image');
  },
  'throws while it is rendered': () => {
    const app = shop('new', { outdir, services: 4 });
    configMap(app, Lazy.any({ produce: () => { throw new Error('no value for the image'); } }));
    return app;
  },
  'fails its validation': () => {
    const app = shop('new', { outdir, services: 4 });
    new Construct(app, 'gate').node.addValidation({ validate: () => ['is not ready', 'has no image'] });
    return app;
  },
  'ends in the middle': () => process.exit(3),
  'renders no objects': () => new MeshApp({ outdir }),
};

BROKEN[how]().synth();
