import { alphaAnnotationsCheck, annotationsCheck } from '../../../../lib/inspect/checks/istio/annotations';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [annotationsCheck];
const object = (type: string, annotations: string, more = ''): string => yamlObject(type, 'shop/cart', '', `annotations: {${annotations}}${more}`);
const at = (name: string): string => `metadata.annotations["${name}"]`;

test.each([
  ['on a Deployment', object(TYPES.deployment, 'sidecar.istio.io/proxyCPU: 100m'),
    `IST0107 misplaced-annotation | Deployment shop/cart | ${at('sidecar.istio.io/proxyCPU')} | Istio reads sidecar.istio.io/proxyCPU only on Pod, not on a Deployment`],
  ['on a Pod', object(TYPES.pod, 'networking.istio.io/exportTo: "."'),
    `IST0107 misplaced-annotation | Pod shop/cart | ${at('networking.istio.io/exportTo')} | Istio reads networking.istio.io/exportTo only on Service, not on a Pod`],
  ['of another domain', object(TYPES.service, 'kubernetes.io/ingress.class: istio'),
    `IST0107 misplaced-annotation | Service shop/cart | ${at('kubernetes.io/ingress.class')} | Istio reads kubernetes.io/ingress.class only on Ingress, not on a Service`],
  ['that nobody knows', object(TYPES.pod, 'sidecar.istio.io/injct: "true"'),
    `IST0108 unknown-annotation | Pod shop/cart | ${at('sidecar.istio.io/injct')} | unknown Istio annotation sidecar.istio.io/injct`],
  ['with a wrong value', object(TYPES.pod, 'status.sidecar.istio.io/port: web'),
    `IST0125 invalid-annotation | Pod shop/cart | ${at('status.sidecar.istio.io/port')} | status.sidecar.istio.io/port: "web" is not a port`],
  ['that is deprecated', object(TYPES.pod, 'sidecar.istio.io/inject: "true"'),
    `IST0135 deprecated-annotation | Pod shop/cart | ${at('sidecar.istio.io/inject')} | the annotation sidecar.istio.io/inject is deprecated`],
])('an annotation is reported %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual([expected]);
});

test('an annotation can be deprecated, and in the wrong place', () => {
  expect(judge(object(TYPES.deployment, 'sidecar.istio.io/inject: "true"'), { checks }).findings.map(({ code }) => code)).toEqual(['IST0107', 'IST0135']);
});

test.each([
  ['Istio does not own', object(TYPES.pod, 'linkerd.io/inject: enabled, notistio.io: x, example.com/istio.io: y')],
  ['Istio writes itself', object(TYPES.pod, 'sidecar.istio.io/status: "{}", istio.io/rev: default')],
  ['are read everywhere', object(TYPES.deployment, 'galley.istio.io/analyze-suppress: IST0102')],
  ['are where they belong', object(TYPES.service, 'networking.istio.io/exportTo: "."')],
  ['the label of the same name stands beside', object(TYPES.pod, 'sidecar.istio.io/inject: "true"', ', labels: {sidecar.istio.io/inject: "true"}')],
  ['are no text', object(TYPES.pod, 'sidecar.istio.io/proxyCPUs: 7')],
  ['stand on kinds that istioctl does not look at', object(TYPES.gateway, 'sidecar.istio.io/proxyCPUs: 100m')],
])('annotations are not reported that %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

describe('annotations that Istio reads as labels', () => {
  const waypoint = 'istio.io/use-waypoint: main';

  test('are called so', () => {
    expect(found(object(TYPES.service, waypoint), { checks })).toEqual([
      `IST0108 unknown-annotation | Service shop/cart | ${at('istio.io/use-waypoint')} | Istio reads istio.io/use-waypoint only as a label, not as an annotation`,
    ]);
  });

  test.each([
    ['of a Service', object(TYPES.service, waypoint), 'write it under labels instead of annotations'],
    ['of a Deployment, which pods have', object(TYPES.deployment, waypoint), 'write it as a label of the pod template'],
    ['of a Service, which Gateways have', object(TYPES.service, 'istio.io/waypoint-for: all'), 'write it as a label of Gateway or GatewayClass'],
    ['of a Service, which is nearly called so', object(TYPES.service, 'istio.io/usewaypoint: main'), 'write the label istio.io/use-waypoint if that is what you meant, or remove it'],
  ])('are mended by %s', (_, yaml, repair) => {
    expect(judge(yaml, { checks }).findings.map(finding => finding.repair)).toEqual([repair]);
  });

  test.each([
    ['become labels where there are some', object(TYPES.service, waypoint, ', labels: {app: cart}'), true],
    ['are left where there are none', object(TYPES.service, waypoint), undefined],
    ['are left on a kind that has no such label', object(TYPES.deployment, waypoint, ', labels: {app: cart}'), undefined],
  ])('%s', (_, yaml, fixable) => {
    expect(judge(yaml, { checks }).findings.map(finding => finding.fixable)).toEqual([fixable]);
  });
});

describe('annotations of the pods that a template makes', () => {
  const inTemplate = (name: string): string => `spec.template.${at(name)}`;
  const template = (type: string, annotations: string, labels = 'app: cart'): string => (
    yamlObject(type, 'shop/cart', `spec: {template: {metadata: {labels: {${labels}}, annotations: {${annotations}}}}}`)
  );
  const misspelled = template(TYPES.deployment, 'traffic.sidecar.istio.io/excludeOutboundPort: "5432"');

  test.each([
    ['that nobody knows', 'traffic.sidecar.istio.io/excludeOutboundPort: "5432"', [
      `IST0108 unknown-annotation | Deployment shop/cart | ${inTemplate('traffic.sidecar.istio.io/excludeOutboundPort')} | `
      + 'unknown Istio annotation traffic.sidecar.istio.io/excludeOutboundPort',
    ]],
    ['with a wrong value', 'traffic.sidecar.istio.io/includeInboundPorts: "8080;9090"', [
      `IST0125 invalid-annotation | Deployment shop/cart | ${inTemplate('traffic.sidecar.istio.io/includeInboundPorts')} | `
      + 'traffic.sidecar.istio.io/includeInboundPorts: "8080;9090" is not a port',
    ]],
    ['that belong elsewhere', 'networking.istio.io/exportTo: "."', [
      `IST0107 misplaced-annotation | Deployment shop/cart | ${inTemplate('networking.istio.io/exportTo')} | `
      + 'Istio reads networking.istio.io/exportTo only on Service, not on a Pod',
    ]],
    ['but not where all is well', 'sidecar.istio.io/proxyCPU: 100m, example.com/x: y', []],
    ['but not of what another rule says already', 'sidecar.istio.io/inject: "true"', []],
  ])('are reported %s', (_, annotations, expected) => {
    expect(found(template(TYPES.deployment, annotations), { checks })).toEqual(expected);
  });

  test('are reported of each kind that makes pods', () => {
    const types = ['apps/v1 StatefulSet', 'apps/v1 DaemonSet', 'batch/v1 Job', 'argoproj.io/v1alpha1 Rollout'];
    const jobs = yamlObject('batch/v1 CronJob', 'shop/cart', 'spec: {jobTemplate: {spec: {template: {metadata: {annotations: {sidecar.istio.io/injct: "1"}}}}}}');
    const yaml = types.map(type => template(type, 'sidecar.istio.io/injct: "1"')).join('') + jobs;
    expect(judge(yaml, { checks }).findings.map(({ code }) => code)).toEqual(['IST0108', 'IST0108', 'IST0108', 'IST0108', 'IST0108']);
  });

  test('are not reported where the pods are there, and are reported of these', () => {
    const pod = object(TYPES.pod, 'sidecar.istio.io/injct: "true"', ', labels: {app: cart}');
    expect(found(misspelled + pod, { checks })).toEqual([expect.stringContaining('IST0108 unknown-annotation | Pod shop/cart')]);
  });

  test('say which is meant', () => {
    expect(judge(misspelled, { checks }).findings[0].repair).toBe('write traffic.sidecar.istio.io/excludeOutboundPorts if that is what you meant, or remove it');
  });
});

describe('alpha annotations', () => {
  const only = { checks: [alphaAnnotationsCheck], filter: { only: ['IST0136'], skip: [] } };
  const intercept = object(TYPES.pod, 'sidecar.istio.io/interceptionMode: NONE');

  test('are reported to somebody who asks for them', () => {
    const yaml = object(TYPES.pod, 'sidecar.istio.io/logLevel: debug, proxy.istio.io/config: ""');
    expect(found(yaml, only)).toEqual([
      `IST0136 alpha-annotation | Pod shop/cart | ${at('sidecar.istio.io/logLevel')} | sidecar.istio.io/logLevel is alpha, and may change with any release`,
    ]);
    expect(found(yaml, { checks: [alphaAnnotationsCheck] })).toEqual([]);
    expect(found(yaml, { checks: [alphaAnnotationsCheck], filter: { only: ['IST'], skip: [] } })).toEqual([]);
  });

  test('are not reported where the network plugin sets them', () => {
    expect(found(intercept, only)).toEqual([]);
    expect(found(`${intercept}spec: {initContainers: [{name: istio-init}]}`, only)).toHaveLength(1);
  });
});
