import { destinationRule } from '../../../../../lib/inspect/checks/webhook/destination-rule/destination-rule';
import { found, judge, Judged } from '../../../../support/judge';

const only: Judged = { checks: [destinationRule] };
const object = (spec: string): string => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: cart, namespace: shop}
spec: {host: cart, ${spec}}
`;
const line = (rule: string, path: string, message: string): string => `${rule} | DestinationRule shop/cart | ${path} | ${message}`;

describe('a DestinationRule as the webhook sees it', () => {
  test.each([
    ['alone', '', 'write consecutive5xxErrors: 5'],
    ['beside what has taken its place', ', consecutive5xxErrors: 7', 'remove it: consecutive5xxErrors replaces it'],
  ])('consecutiveErrors %s is mended', (_, more, repair) => {
    expect(judge(object(`trafficPolicy: {outlierDetection: {consecutiveErrors: 5${more}}}`)).findings.filter(({ code }) => code === 'IST0133').map(finding => finding.repair)).toEqual([repair]);
  });

  test('[F032] consecutiveErrors is warned of; what stands in a subset or for a port istiod forgets', () => {
    const yaml = object(`trafficPolicy: {outlierDetection: {consecutiveErrors: 5}, portLevelSettings: [{port: {number: 80}, outlierDetection:
      {consecutiveErrors: 5}}]}, subsets: [{name: v1, trafficPolicy: {outlierDetection: {consecutiveErrors: 5}}}]`);
    expect(found(yaml, only)).toEqual([
      line('IST0133 consecutive-errors', 'spec.trafficPolicy.outlierDetection.consecutiveErrors', 'consecutiveErrors has no effect'),
    ]);
  });

  test('a subset without a name is refused', () => {
    expect(found(object('subsets: [{labels: {version: v1}}]'), only)).toEqual([
      line('IST0106 dns-label', 'spec.subsets[0].name', 'the DNS label is missing'),
    ]);
  });

  test.each([
    ['0 as an idle timeout of TCP', 'trafficPolicy: {connectionPool: {tcp: {idleTimeout: 0s}}}'],
    ['a policy for a port', 'trafficPolicy: {portLevelSettings: [{port: {number: 80}, tls: {mode: SIMPLE}}]}'],
    ['the TLS of the mesh', 'trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}'],
    ['a Secret, unverified', 'trafficPolicy: {tls: {mode: MUTUAL, credentialName: ca, insecureSkipVerify: true}}'],
    ['a policy for selected workloads of its own', 'workloadSelector: {matchLabels: {app: web}}, exportTo: [shop]'],
    ['a policy for selected workloads that is not exported', 'workloadSelector: {matchLabels: {app: web}}'],
    ['zones before their region', 'trafficPolicy: {loadBalancer: {localityLbSetting: {distribute: [{from: eu/a, to: {eu/a: 100}}, {from: "eu/*", to: {eu: 100}}]}}}'],
  ])('%s is fine', (_, spec) => {
    expect(found(object(spec), only)).toEqual([]);
  });

  test('an asterisk takes all localities behind it', () => {
    const setting = 'distribute: [{from: "*", to: {eu: 100}}, {from: us, to: {us: 100}}]';
    expect(found(object(`trafficPolicy: {loadBalancer: {localityLbSetting: {${setting}}}}`), only)).toEqual([line(
      'IST0106 locality-overlap', 'spec.trafficPolicy.loadBalancer.localityLbSetting.distribute[1].from', '"us" overlaps an earlier locality',
    )]);
  });

  test.each([[1, 0], [2, 0], [3, 0], [4, 1], [9, 1], [65_537, 0], [5_000_011, 1], [0, 1]])('a table of Maglev with %d entries has %d faults', (size, count) => {
    const hash = `consistentHash: {useSourceIp: true, maglev: {tableSize: ${size}}}`;
    expect(found(object(`trafficPolicy: {loadBalancer: {${hash}}}`), only)).toHaveLength(count);
  });
});
