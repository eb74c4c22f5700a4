import { providerScopes } from '../../../lib/inspect/mesh/provider-scopes';
import { objectSet } from '../../support/object-set';

const scopes = (kind: string, metadata: string, spec: string): readonly string[] => (
  objectSet(`{kind: ${kind}, apiVersion: ${kind === 'Service' ? 'v1' : 'networking.istio.io/v1'}, metadata: {name: a, ${metadata}}, spec: {${spec}}}`).all.flatMap(providerScopes)
);

test.each([
  ['nothing', '', ['*']],
  ['a list', 'annotations: {networking.istio.io/exportTo: "., lab ,web"}', ['shop', 'lab', 'web']],
  ['all', 'annotations: {networking.istio.io/exportTo: "*"}', ['*']],
])('a Service that says %s', (_, metadata, expected) => {
  expect(scopes('Service', metadata, 'exportTo: [web]')).toEqual(expected);
});

test.each([
  ['nothing', '', ['*']],
  ['a list', 'exportTo: [., lab]', ['shop', 'lab']],
])('a ServiceEntry that says %s', (_, spec, expected) => {
  expect(scopes('ServiceEntry', 'annotations: {networking.istio.io/exportTo: web}', spec)).toEqual(expected);
});
