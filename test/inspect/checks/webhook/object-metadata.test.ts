import { objectMetadata } from '../../../../lib/inspect/checks/webhook/object-metadata';
import { found } from '../../../support/judge';

const policy = (value: string, action: string): string => `
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: cart, namespace: shop, annotations: {istio.io/dry-run: "${value}"}}
spec: {action: ${action}}
`;

describe('the metadata of an object as the webhook sees it', () => {
  test.each([
    ['AUDIT', 'true', 'IST0106 dry-run-action', 'a policy with the action AUDIT does not support dry run'],
    ['DENY', 'yes', 'IST0106 dry-run-value', '"yes" is not a boolean'],
  ])('a policy %s with the dry run %s', (action, value, rule, message) => {
    const path = 'metadata.annotations["istio.io/dry-run"]';
    expect(found(policy(value, action), { checks: [objectMetadata] })).toEqual([`${rule} | AuthorizationPolicy shop/cart | ${path} | ${message}`]);
  });

  test.each(['ALLOW', 'DENY'])('a policy that says %s may be tried', action => {
    expect(found(policy('True', action), { checks: [objectMetadata] })).toEqual([]);
  });

  test('objects that are not of Istio are none of its business', () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: a, annotations: {istio.io/dry-run: "true"}}\n';
    expect(found(service, { checks: [objectMetadata] })).toEqual([]);
  });
});
