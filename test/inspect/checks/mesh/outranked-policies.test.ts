import { outrankedPoliciesCheck } from '../../../../lib/inspect/checks/mesh/outranked-policies';
import { ruleCases } from '../../../support/rule-cases';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const policy = (name: string, spec: string, more = ''): string => yamlObject(TYPES.authorizationPolicy, name, `spec: {${spec}}`, more);
const narrow = policy('shop/orders', 'selector: {matchLabels: {app: orders, tier: back}}, rules: [{to: [{operation: {paths: [/a]}}]}]');
const open = (name: string, spec = ''): string => policy(name, `rules: [{}]${spec}`);

ruleCases(outrankedPoliciesCheck, [
  ['an open policy for the namespace', open('shop/all') + narrow, ['warning spec.rules[0]: this rule allows every request, so shop/orders restricts nobody']],
  ['one for the mesh', open('istio-system/all') + narrow, ['warning spec.rules[0]: this rule allows every request, so shop/orders restricts nobody']],
  ['one for some of the labels', open('shop/all', ', selector: {matchLabels: {app: orders}}') + narrow, [
    'warning spec.rules[0]: this rule allows every request, so shop/orders restricts nobody',
  ]],
  ['a denial of everything', open('shop/all', ', action: DENY') + narrow, ['warning spec.rules[0]: this rule denies every request, so shop/orders allows nobody']],
], [
  ['a policy without rules, which allows nothing', policy('shop/all', '') + narrow],
  ['a rule with a condition', policy('shop/all', 'rules: [{from: [{source: {namespaces: [shop]}}]}]') + narrow],
  ['a misspelled condition', policy('shop/all', 'rules: [{form: [{source: {namespaces: [shop]}}]}]') + narrow],
  ['another namespace', open('pay/all') + narrow],
  ['other labels', open('shop/all', ', selector: {matchLabels: {app: web}}') + narrow],
  ['another open policy', open('shop/all') + open('shop/more')],
  ['a dry run', policy('shop/all', 'rules: [{}]', 'annotations: {istio.io/dry-run: "true"}') + narrow],
  ['what is asked elsewhere', open('shop/all', ', action: CUSTOM, provider: {name: opa}') + narrow],
  ['a policy of a waypoint', open('shop/all', ', targetRefs: [{group: "", kind: Service, name: web}]') + narrow],
]);
