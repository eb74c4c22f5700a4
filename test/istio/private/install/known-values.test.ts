import { IstioChart } from '../../../../lib/istio/istio-chart';
import { requireKnownValues } from '../../../../lib/istio/private/install/known-values';

const { BASE, CNI, GATEWAY, ISTIOD, ZTUNNEL } = IstioChart;
const BY_MESH = 'Set it in Istio.mesh({...}), which every team uses.';

test.each([
  [ISTIOD, { autoscaleMin: 2, global: { proxy: { logLevel: 'info' } }, compatibilityVersion: '1.29' }],
  [ISTIOD, { env: { PILOT_X: 'true' }, resources: { limits: { memory: '4Gi' } }, affinity: { nodeAffinity: {} }, tolerations: [] }],
  [CNI, { ambient: { dnsCapture: false }, global: { platform: 'gke' }, updateStrategy: { rollingUpdate: { maxSurge: 1 } } }],
  [BASE, { defaultRevision: '' }],
  [ZTUNNEL, { logLevel: 'debug' }],
  [GATEWAY, { podAnnotations: { 'example.com/team': 'shop' }, labels: { app: 'edge' }, revision: '1-30', service: { type: 'ClusterIP' } }],
])('[F005] the chart %s reads %j', (chart, values) => {
  expect(() => requireKnownValues(chart, values, 'platform, values')).not.toThrow();
});

test.each([
  [ISTIOD, { autoscaleMn: 2 }, '"autoscaleMn" is not a value of the chart "istiod". Did you mean "autoscaleMin"?'],
  [ISTIOD, { global: { proxy: { logLvl: 'info' } } }, '"global.proxy.logLvl" is not a value of the chart "istiod". Did you mean "global.proxy.logLevel"?'],
  [BASE, { autoscaleMin: 2 }, '"autoscaleMin" is not a value of the chart "base". Known: global.imagePullSecrets, '],
  [ISTIOD, { annotations: { a: 'b' } }, '"annotations.a" is not a value of the chart "istiod".'],
  [ISTIOD, { autoscaleEnabled: 'yes' }, '"autoscaleEnabled" is "yes", but the chart "istiod" expects true or false. Use one of them.'],
  [ISTIOD, { cni: { enabled: true } }, `"cni.enabled" has its own option. ${BY_MESH}`],
  [ISTIOD, { meshConfig: { enableTracing: true } }, '"meshConfig.enableTracing" has its own option. Set it with meshConfig({...}), which has types.'],
  [ISTIOD, { profile: 'demo' }, '"profile" has its own option. Set it with profile(IstioProfile.DEMO).'],
  [ISTIOD, { revision: 'x' }, '"revision" has its own option. Set it with Istio.mesh({ revision }), and with revision(...) if that is a tag.'],
  [ZTUNNEL, { istioNamespace: 'mesh' }, `"istioNamespace" has its own option. ${BY_MESH}`],
])('[F005] fails where the chart %s is told %j', (chart, values, problem) => {
  expect(() => requireKnownValues(chart, values, 'platform, values')).toThrow(`platform, values: ${problem}`);
});

test.each([
  [ISTIOD, { global: { meshID: 'mesh1' } }], [ISTIOD, { global: { network: 'a' } }], [ISTIOD, { global: { multiCluster: { clusterName: 'a' } } }],
  [ZTUNNEL, { network: 'a' }], [ZTUNNEL, { multiCluster: { clusterName: 'a' } }],
])('[F120] fails where the chart %s is told %j alone', (chart, values) => {
  expect(() => requireKnownValues(chart, values, 'platform')).toThrow(/^platform: ".*" has its own option\. Set it with cluster\(\{ meshId, clusterName, network \}\): without all three, clusters cannot find each other\.$/);
});
