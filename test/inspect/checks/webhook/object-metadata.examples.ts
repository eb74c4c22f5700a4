import { RuleExamples } from '../rule-examples';

function annotated(kind: string, annotation: string, spec = ''): string {
  return `apiVersion: security.istio.io/v1\nkind: ${kind}\nmetadata: {name: sample, namespace: shop, annotations: {${annotation}}}\nspec: {${spec}}\n`;
}

/** The rules of the webhook for the metadata of any object. */
export const objectMetadataExamples: RuleExamples = {
  'dry-run-kind': {
    bad: annotated('PeerAuthentication', 'istio.io/dry-run: "true"'),
    good: annotated('AuthorizationPolicy', 'istio.io/dry-run: "true"'),
  },
  'dry-run-action': {
    bad: annotated('AuthorizationPolicy', 'istio.io/dry-run: "true"', 'action: CUSTOM, provider: {name: opa}, rules: [{}]'),
    good: annotated('AuthorizationPolicy', 'istio.io/dry-run: "true"', 'action: DENY, rules: [{}]'),
  },
  'dry-run-value': {
    bad: annotated('AuthorizationPolicy', 'istio.io/dry-run: "yes"'),
    good: annotated('AuthorizationPolicy', 'istio.io/dry-run: "1"'),
  },
  'internal-annotation': {
    bad: annotated('PeerAuthentication', 'internal.istio.io/parents: cart'),
    good: annotated('PeerAuthentication', 'example.com/parents: cart'),
  },
};
