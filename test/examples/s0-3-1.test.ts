import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'rust-api.default.svc.cluster.local';
const at = (subset: string): object => ({ host, subset, port: { number: 8080 } });
const retries = { attempts: 3, perTryTimeout: '2s', retryOn: '5xx,reset,connect-failure,refused-stream' };

const { 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-3.1/main.ts');
const [policy, rules] = loadAll(text) as any[];

test('[F012] [F014] [F015] [F017] [F021] [F092] [F093] [F094] its rules are those of the corrected manifest', () => {
  expect(rules.metadata).toEqual({ name: 'rust-api', namespace: 'default', annotations: { 'cdk8s-mesh/idempotent': 'true' } });
  expect(rules.spec).toEqual({
    hosts: [host],
    http: [
      {
        name: 'chaos',
        match: [{ headers: { 'x-chaos-test': { exact: 'true' } } }],
        fault: { delay: { percentage: { value: 50 }, fixedDelay: '5s' }, abort: { percentage: { value: 10 }, httpStatus: 503 } },
        route: [{ destination: at('v1') }],
      },
      { name: 'ab-control', match: [{ headers: { 'x-user-group': { exact: 'control' } } }], route: [{ destination: at('v1') }], timeout: '10s', retries },
      {
        name: 'canary-users',
        match: [
          { headers: { 'x-user-type': { exact: 'premium' } } },
          { headers: { 'x-user-group': { exact: 'experimental' } } },
          { headers: { 'x-canary': { exact: 'true' } } },
        ],
        route: [{ destination: at('v2') }],
        timeout: '10s',
        retries,
      },
      {
        name: 'default',
        route: [{ destination: at('v1'), weight: 90 }, { destination: at('v2'), weight: 10 }],
        mirrors: [{ destination: at('v2'), percentage: { value: 100 } }],
        timeout: '10s',
        retries: { ...retries, retryRemoteLocalities: true },
      },
    ],
  });
});

test('[F024] [F027] [F029] [F030] [F031] its policy is that of the corrected manifest', () => {
  expect(policy).toEqual({
    apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'rust-api', namespace: 'default' },
    spec: load(`
      host: ${host}
      trafficPolicy:
        loadBalancer: {consistentHash: {httpHeaderName: x-session-id}}
        connectionPool:
          tcp: {maxConnections: 100, connectTimeout: 10s}
          http: {http1MaxPendingRequests: 50, http2MaxRequests: 100, maxRequestsPerConnection: 2}
        outlierDetection: {consecutive5xxErrors: 5, consecutiveGatewayErrors: 5, interval: 30s, baseEjectionTime: 30s, maxEjectionPercent: 50, minHealthPercent: 40}
      subsets:
      - {name: v1, labels: {version: v1}}
      - {name: v2, labels: {version: v2}}
    `),
  });
});
