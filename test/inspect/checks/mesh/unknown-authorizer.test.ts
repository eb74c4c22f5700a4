import { unknownAuthorizerCheck } from '../../../../lib/inspect/checks/mesh/unknown-authorizer';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const policy = (spec: string): string => kube('AuthorizationPolicy shop/orders', spec);

const custom = policy('{action: CUSTOM, provider: {name: opa}}');
const denies = 'spec.provider.name: no extension provider of the mesh config is an authorizer named opa, and the policy denies what it should ask about';
const provider = (kind: string): object => ({ extensionProviders: [{ name: 'opa', [kind]: {} }] });

ruleCases(unknownAuthorizerCheck, [
  ['an authorizer that the mesh config does not define', custom, [`error ${denies}`], { meshConfig: {} }],
  ['one that another mesh config may define', custom, [
    'warning spec.provider.name: the input shows no mesh config that defines the authorizer opa, without which the policy denies what it should ask about',
  ]],
  ['a provider that is no authorizer', custom, [`error ${denies}`], { meshConfig: provider('opentelemetry') }],
], [
  ['an authorizer that is defined', custom, { meshConfig: provider('envoyExtAuthzHttp') }],
  ['a policy that asks nobody', policy('{action: ALLOW}')],
]);
