import { unknownAuthorizerCheck } from '../../../../lib/inspect/checks/mesh/unknown-authorizer';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);

const custom = policy('{action: CUSTOM, provider: {name: opa}}');
const denies = 'spec.provider.name: the mesh config defines no authorizer opa in extensionProviders, so the policy denies everything it would send there';
const provider = (kind: string): object => ({ extensionProviders: [{ name: 'opa', [kind]: {} }] });

ruleCases(unknownAuthorizerCheck, [
  ['an authorizer that the mesh config does not define', custom, [`error ${denies}`], { meshConfig: {} }],
  ['one that another mesh config may define', custom, [
    'warning spec.provider.name: no mesh config in the input defines the authorizer opa; without it, the policy denies everything it would send there',
  ]],
  ['a provider that is no authorizer', custom, [`error ${denies}`], { meshConfig: provider('opentelemetry') }],
], [
  ['an authorizer that is defined', custom, { meshConfig: provider('envoyExtAuthzHttp') }],
  ['a policy that asks nobody', policy('{action: ALLOW}')],
]);
