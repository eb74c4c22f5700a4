import { found, judge } from '../../../support/judge';

const service = (annotations: string): string => `{apiVersion: v1, kind: Service, metadata: {name: cart, annotations: {${annotations}}}, spec: {ports: [{port: 80, name: http}]}}`;
const deployment = (kind: string, annotations: string): string => `
{apiVersion: apps/v1, kind: ${kind}, metadata: {name: cart, namespace: shop}, spec: {selector: {matchLabels: {app: cart}}, template: {
  metadata: {labels: {app: cart}, annotations: {${annotations}}}, spec: {containers: [{name: app, image: "cart:1.0"}]}}}}`;

test.each([
  ['a name that is nearly ours', service('cdk8s-mesh/provide: Service shop/a'), [
    'MESH103 unheard-annotation | Service shop/cart | metadata.annotations["cdk8s-mesh/provide"] | unknown cdk8s-mesh annotation cdk8s-mesh/provide',
  ]],
  ['a name that is like none of ours', service('cdk8s-mesh/team: shop'), [
    'MESH103 unheard-annotation | Service shop/cart | metadata.annotations["cdk8s-mesh/team"] | unknown cdk8s-mesh annotation cdk8s-mesh/team',
  ]],
  ['one of ours on a template', deployment('Deployment', '"cdk8s-mesh/suppress": "MESH043: small"'), [
    'MESH103 unheard-annotation | Deployment shop/cart | spec.template.metadata.annotations["cdk8s-mesh/suppress"] | '
    + 'cdk8s-mesh/suppress is on the pod template, where it is ignored',
  ]],
  ['ours, and those of others', service('cdk8s-mesh/provides: Service shop/a, cdk8s-mesh/idempotent: "true", example.com/cdk8s-mesh: a'), []],
])('tells of %s', (_, yaml, lines) => {
  expect(found(yaml, { filter: { only: ['MESH103'], skip: [] } })).toEqual(lines);
});

test.each([
  ['cdk8s-mesh/supress: "MESH001: a"', 'write cdk8s-mesh/suppress if that is what you meant'],
  ['cdk8s-mesh/team: shop', 'write one of cdk8s-mesh/suppress, cdk8s-mesh/provides, cdk8s-mesh/idempotent, or remove it'],
])('says how to mend %s', (annotation, repair) => {
  const { findings } = judge(service(annotation), { filter: { only: ['MESH103'], skip: [] } });
  expect(findings.map(finding => finding.repair)).toEqual([repair]);
});
