import { accountPatch } from '../../../lib/inspect/model/kustomize-accounts';

const patch = accountPatch({ namespace: undefined, prefix: 'my-', suffix: '-blue' }, new Set(['web']));
const deployment = (serviceAccountName: unknown): Readonly<Record<string, unknown>> => ({ kind: 'Deployment', spec: { template: { spec: { serviceAccountName, containers: [] } } } });

test('pods go on to name their account, whose name has changed', () => {
  expect(patch.apply!(deployment('web'))).toEqual(deployment('my-web-blue'));
  expect(patch.matches(deployment('web'), [])).toBe(true);
});

test.each(['api', 7, undefined])('the account %s is another one', account => {
  expect(patch.matches(deployment(account), [])).toBe(false);
});
