import { Chart, Testing } from 'cdk8s';
import { load } from 'js-yaml';
import { ArgoApplicationSet, MeshApp } from '../../lib';

const repoUrl = 'https://git.example.com/shop.git';

test('one set makes an Application of each folder, named by environment and chart', () => {
  const chart = Testing.chart();
  new ArgoApplicationSet(chart, 'shop', { repoUrl, folders: ['dist/prod/*'], project: 'shop' });
  expect(Testing.synth(chart)).toEqual([{
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'shop', namespace: 'argocd' },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [{ git: { repoURL: repoUrl, revision: 'HEAD', directories: [{ path: 'dist/prod/*' }, { path: 'dist/prod/install', exclude: true }] } }],
      template: {
        metadata: { name: '{{ slice .path.segments 1 | join "-" | normalize }}' },
        spec: {
          project: 'shop',
          source: { repoURL: repoUrl, targetRevision: 'HEAD', path: '{{ .path.path }}' },
          destination: { server: 'https://kubernetes.default.svc' },
          syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions: ['PruneLast=true'] },
        },
      },
    },
  }]);
});

test('of all folders, its own and those of environments get none; the output folder is no part of a name', () => {
  const app = new MeshApp({ kustomize: true });
  new ArgoApplicationSet(new Chart(app, 'argo'), 'all', { repoUrl, folders: ['out/k8s/*'], outputFolder: 'out/k8s' });
  app.environment('prod');
  const { spec } = load(app.synthYaml()) as any;
  expect(spec.generators[0].git.directories).toEqual([
    { path: 'out/k8s/*' }, ...['install', 'argo', 'prod'].map(name => ({ path: `out/k8s/${name}`, exclude: true })),
  ]);
  expect(spec.template.metadata.name).toBe('{{ slice .path.segments 2 | join "-" | normalize }}');
});

test('the output folder is that of the app, which may be the root of the repository', () => {
  const found = (outdir: string, folder: string): unknown => {
    const app = new MeshApp({ kustomize: true, outdir });
    new ArgoApplicationSet(new Chart(app, 'argo'), 'all', { repoUrl, folders: [folder] });
    const { spec } = load(app.synthYaml()) as any;
    return [spec.generators[0].git.directories.map((one: any) => one.path), spec.template.metadata.name];
  };
  expect(found('out/k8s', 'out/k8s/*')).toEqual([['out/k8s/*', 'out/k8s/install', 'out/k8s/argo'], '{{ slice .path.segments 2 | join "-" | normalize }}']);
  expect(found('.', 'prod/*')).toEqual([['prod/*', 'prod/install'], '{{ slice .path.segments 0 | join "-" | normalize }}']);
});

test('fails for a folder that is not in the output folder', () => {
  expect(() => new ArgoApplicationSet(Testing.chart(), 'shop', { repoUrl, folders: ['out/prod/*'] }))
    .toThrow(new Error('test/shop: "out/prod/*" is not in the output folder, "dist". Set the output folder, such as outputFolder: "out".'));
});

test('fails without folders', () => {
  expect(() => new ArgoApplicationSet(Testing.chart(), 'shop', { repoUrl, folders: [] })).toThrow('no folder gets an Application. List folders such as "dist/prod/*".');
});

test('all of it can be said otherwise', () => {
  const chart = Testing.chart();
  new ArgoApplicationSet(chart, 'shop', { repoUrl, folders: ['dist/prod/shop'], applicationNamespace: 'delivery', server: 'https://api.example.com', targetRevision: 'main' });
  const [{ metadata, spec }] = Testing.synth(chart);
  expect(metadata).toEqual({ name: 'shop', namespace: 'delivery' });
  expect(spec.generators).toEqual([{ git: { repoURL: repoUrl, revision: 'main', directories: [{ path: 'dist/prod/shop' }] } }]);
  expect(spec.template.spec).toMatchObject({ project: 'default', source: { targetRevision: 'main' }, destination: { server: 'https://api.example.com' } });
});

test.each(['', '*', 'dist', './dist/*', '/dist/*', 'dist/', 'dist//shop'])('fails for what is no folder in the output folder: "%s"', folder => {
  expect(() => new ArgoApplicationSet(Testing.chart(), 'shop', { repoUrl, folders: [folder] })).toThrow(
    new Error(`test/shop: "${folder}" is not a folder in the output folder for Argo CD. Write a path from the root of the repository, such as "dist/prod/*".`),
  );
});
