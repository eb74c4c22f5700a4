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
      generators: [{ git: { repoURL: repoUrl, revision: 'HEAD', directories: [{ path: 'dist/prod/*' }] } }],
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
