import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { renderedWith } from './rendered-with';

const host = 'otlp-collector.otlp-system.svc.cluster.local';

const program = 'examples/S1-canary/main.ts';
const objectsOf = ({ 'otlp-collector.k8s.yaml': text }: Record<string, string>): any[] => loadAll(text);

test('[F012] [F024] [F090] its objects are those of the canonical manifest: the canary begins with five percent', () => {
  expect(objectsOf(renderedBy(program))).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: otlp-collector, namespace: otlp-system}
      spec:
        host: ${host}
        subsets:
        - {name: v1, labels: {version: v1}}
        - {name: v2, labels: {version: v2}}
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: otlp-collector, namespace: otlp-system}
      spec:
        hosts: [${host}]
        http:
        - name: default
          route:
          - {destination: {host: ${host}, subset: v1, port: {number: 4318}}, weight: 95}
          - {destination: {host: ${host}, subset: v2, port: {number: 4318}}, weight: 5}
  `));
});

test('[F091] every step of five percent, and the way back, differ from the first in the weights alone', () => {
  const [policy, { spec: { hosts, http: [{ route: [stable, canary], ...rule }] }, ...rules }] = objectsOf(renderedBy(program));
  for (let weight = 0; weight <= 100; weight += 5) {
    const route = [{ ...stable, weight: 100 - weight }, { ...canary, weight }];
    expect(objectsOf(renderedWith(program, 'CANARY_WEIGHT', String(weight)))).toEqual([policy, { ...rules, spec: { hosts, http: [{ ...rule, route }] } }]);
  }
});

test.each(['101', '-5', '2.5', 'half'])('fails on the weight "%s"', weight => {
  expect(() => renderedWith(program, 'CANARY_WEIGHT', weight)).toThrow(/^Weight\.percent\(.*\): expected a whole number from 0 to 100\./);
});
