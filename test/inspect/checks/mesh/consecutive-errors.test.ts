import type { Finding } from '../../../../lib/inspect/checks/finding';
import { consecutiveErrorsCheck } from '../../../../lib/inspect/checks/mesh/consecutive-errors';
import { judge } from '../../../support/judge';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const FIVE = 'outlierDetection: {consecutiveErrors: 5}';

const rule = (spec: string): string => kube('DestinationRule shop/cart', `{host: cart, ${spec}}`);

const canary = (policy: string): string => (
  kube('Canary shop/cart', `{targetRef: {kind: Deployment, name: cart}, service: {port: 80, trafficPolicy: {${policy}}}, analysis: {}}`)
);

const unread = (path: string): string => (
  `error ${path}.outlierDetection.consecutiveErrors: consecutiveErrors: 5 is ignored: a host is ejected after 5 errors in a row regardless`
);

ruleCases(consecutiveErrorsCheck, [
  ['[F032] it in the policy of a host', rule(`trafficPolicy: {${FIVE}}`), [unread('spec.trafficPolicy')]],
  ['it in the policy of a subset', rule(`subsets: [{name: v1, trafficPolicy: {${FIVE}}}]`), [unread('spec.subsets[0].trafficPolicy')]],
  ['it in the policy of a port', rule(`trafficPolicy: {portLevelSettings: [{port: {number: 80}, ${FIVE}}]}`), [unread('spec.trafficPolicy.portLevelSettings[0]')]],
  [
    'it in the policy of a port of a subset', rule(`subsets: [{name: v1, trafficPolicy: {portLevelSettings: [{port: {number: 80}, ${FIVE}}]}}]`),
    [unread('spec.subsets[0].trafficPolicy.portLevelSettings[0]')],
  ],
  ['it in the policy that Flagger writes', canary(FIVE), [unread('spec.service.trafficPolicy')]],
  ['it beside the name that counts', rule('trafficPolicy: {outlierDetection: {consecutiveErrors: 7, consecutive5xxErrors: 3}}'), [
    'warning spec.trafficPolicy.outlierDetection.consecutiveErrors: consecutiveErrors: 7 is ignored, consecutive5xxErrors: 3 next to it applies',
  ]],
], [
  ['no ejection', rule('trafficPolicy: {tls: {mode: DISABLE}}')],
  ['0', rule('trafficPolicy: {outlierDetection: {consecutiveErrors: 0}}')],
  ['the name that counts', rule('trafficPolicy: {outlierDetection: {consecutive5xxErrors: 5}}')],
  ['what is no number, which the API server refuses', rule('trafficPolicy: {outlierDetection: {consecutiveErrors: "5"}}')],
]);

describe('what the webhook warns of is one finding with it', () => {
  const told = ({ code, aliases, severity, fixable }: Finding): unknown[] => [code, aliases, severity, fixable];

  test.each([
    ['an error, since nothing ejects after that number', '{consecutiveErrors: 5}', 'error', true],
    ['a warning beside the name that counts', '{consecutiveErrors: 5, consecutive5xxErrors: 5}', 'warning', undefined],
  ])('%s', (_, detection, severity, fixable) => {
    expect(judge(rule(`trafficPolicy: {outlierDetection: ${detection}}`)).findings.filter(one => one.path?.endsWith('Errors')).map(told))
      .toEqual([['IST0133', ['MESH003'], severity, fixable]]);
  });

  test('where the webhook does not look, it stands alone', () => {
    const { findings } = judge(rule(`subsets: [{name: v1, trafficPolicy: {${FIVE}}}]`));
    expect(findings.filter(one => one.path?.endsWith('Errors')).map(told)).toEqual([['MESH003', [], 'error', true]]);
  });
});
