import { Testing } from 'cdk8s';
import { ArgoApplicationSet } from '../../lib';

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

test('fails without folders', () => {
  expect(() => new ArgoApplicationSet(Testing.chart(), 'shop', { repoUrl, folders: [] })).toThrow('no folder gets an Application. Name folders such as "dist/prod/*".');
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
    new Error(`test/shop: "${folder}" is no folder in the output folder, as Argo CD reads it. Write a path from the root of the repository, such as "dist/prod/*".`),
  );
});
