import { istioObject, RuleExamples } from '../rule-examples';

const policy = (spec: string): string => istioObject('security.istio.io/v1', 'AuthorizationPolicy', spec);
const from = (source: string): string => policy(`rules:\n- from:\n  - source: {${source}}`);
const to = (operation: string): string => policy(`rules:\n- to:\n  - operation: {${operation}}`);
const when = (condition: string): string => policy(`rules:\n- when:\n  - {${condition}}`);
const target = (reference: string): string => policy(`targetRefs:\n- {${reference}}\nrules:\n- {}`);
const accounts = Array.from({ length: 17 }, (_, place) => `shop/job-${place}`);

/** The rules of the webhook for an AuthorizationPolicy, and those for the targets of any policy. */
export const authorizationPolicyExamples: RuleExamples = {
  'policy-without-rules': {
    bad: policy('action: DENY'),
    good: policy('action: DENY\nrules:\n- {}'),
  },
  'policy-provider-missing': {
    bad: policy('action: CUSTOM\nrules:\n- {}'),
    good: policy('action: CUSTOM\nprovider: {name: authz}\nrules:\n- {}'),
  },
  'policy-provider-idle': {
    bad: policy('provider: {name: authz}\nrules:\n- {}'),
    good: policy('rules:\n- {}'),
  },
  'policy-custom-unsupported': {
    bad: policy('action: CUSTOM\nprovider: {name: authz}\nrules:\n- from:\n  - source: {namespaces: [shop]}'),
    good: policy('action: CUSTOM\nprovider: {name: authz}\nrules:\n- from:\n  - source: {ipBlocks: [10.0.0.0/8]}'),
  },
  'policy-denies-tcp': {
    bad: policy('action: DENY\nrules:\n- to:\n  - operation: {methods: [DELETE]}'),
    good: policy('action: DENY\nrules:\n- to:\n  - operation: {methods: [DELETE], ports: ["8080"]}'),
  },
  'policy-source-empty': { bad: from(''), good: from('namespaces: [shop]') },
  'policy-source-mixed': { bad: from('serviceAccounts: [shop/cart], namespaces: [shop]'), good: from('serviceAccounts: [shop/cart]') },
  'policy-service-account': { bad: from('serviceAccounts: [shop/*]'), good: from('serviceAccounts: [shop/cart]') },
  'policy-service-accounts-many': {
    bad: from(`serviceAccounts: [${accounts.join(', ')}]`),
    good: from(`serviceAccounts: [${accounts.slice(1).join(', ')}]`),
  },
  'policy-trust-domain': { bad: from('trustDomains: ["a*b"]'), good: from('trustDomains: ["*.local"]') },
  'policy-value-empty': { bad: from('principals: [""]'), good: from('principals: ["*"]') },
  'ip-range': { bad: from('ipBlocks: [10.0.0]'), good: from('ipBlocks: [10.0.0.0/8]') },
  'policy-operation-empty': { bad: to(''), good: to('methods: [GET]') },
  'policy-port': { bad: to('ports: [http]'), good: to('ports: ["8080"]') },
  'policy-path-template': { bad: to('paths: ["/orders/{id}"]'), good: to('paths: ["/orders/{*}"]') },
  'policy-condition-without-key': { bad: when('key: "", values: [a]'), good: when('key: connection.sni, values: [a]') },
  'policy-condition-without-values': { bad: when('key: connection.sni'), good: when('key: connection.sni, notValues: [a]') },
  'policy-condition-key': { bad: when('key: source.port, values: ["80"]'), good: when('key: destination.port, values: ["80"]') },
  'policy-condition-brackets': { bad: when('key: request.headers.x-tenant, values: [a]'), good: when('key: "request.headers[x-tenant]", values: [a]') },
  'several-targets': {
    bad: policy('selector: {matchLabels: {app: cart}}\ntargetRefs:\n- {kind: Service, name: cart}\nrules:\n- {}'),
    good: policy('targetRefs:\n- {kind: Service, name: cart}\nrules:\n- {}'),
  },
  'target-without-name': { bad: target('kind: Service, name: ""'), good: target('kind: Service, name: cart') },
  'target-with-namespace': { bad: target('kind: Service, name: cart, namespace: shop'), good: target('kind: Service, name: cart') },
  'target-kind': { bad: target('group: apps, kind: Deployment, name: cart'), good: target('kind: Service, name: cart') },
};
