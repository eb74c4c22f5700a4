import type { Field } from '../../mesh/field';
import { defineCheck, Judgement } from '../check';
import { broken } from './broken';
import { byField } from './by-field';
import { conditionRules, policyCondition } from './policy-condition';
import { hasList, listsOf, withOpposites } from './policy-lists';
import { operationRules, policyOperation, saysRequest } from './policy-operation';
import { policySource, saysCaller, sourceRules } from './policy-source';
import { policyTargets, targetRefRules } from './primitives/target-refs';
import { refusal, warning } from './webhook-rules';
import { selectorRules, workloadSelector } from './workload-selector';

const rules = {
  noRules: refusal('policy-without-rules', 'A DENY or CUSTOM policy has no rules, so it never matches.'),
  provider: refusal('policy-provider-missing', 'A CUSTOM policy names no provider.'),
  idleProvider: refusal('policy-provider-idle', 'A policy names a provider, but its action is not CUSTOM.'),
  late: refusal('policy-custom-unsupported', 'A CUSTOM policy matches on something that is not known at that time.'),
  deniesTcp: warning('policy-denies-tcp', 'A DENY policy uses HTTP-only fields, so it denies TCP connections without these conditions.'),
};

/** What the webhook says of an AuthorizationPolicy. */
export const authorizationPolicy = defineCheck({
  rules: [rules, targetRefRules, selectorRules, sourceRules, operationRules, conditionRules].flatMap(Object.values),
  analyzer: 'schema.ValidationAnalyzer.AuthorizationPolicy',
  kinds: ['security.istio.io/AuthorizationPolicy'],
  everyDocument: true,
  * judge({ spec }) {
    yield* policyTargets(spec);
    yield* workloadSelector(spec.at('selector'), spec.at('selector', 'matchLabels'));
    yield* actionOf(spec);
    const action = spec.at('action').text;
    for (const rule of spec.at('rules').items()) {
      yield* policyRule(rule);
      if (action === 'CUSTOM') {
        yield* customRule(rule);
      }
      if (action === 'DENY' && deniesTcp(rule)) {
        yield broken(
          rules.deniesTcp,
          rule,
          'on TCP ports, which have none of the HTTP-only fields, the rule denies without them',
          'name the HTTP ports in each operation',
        );
      }
    }
  },
});

function* actionOf(spec: Field): Judgement {
  const action = spec.at('action').text ?? 'ALLOW';
  const [hasRules, provider] = [spec.at('rules').isFilled, spec.at('provider')];
  if (['CUSTOM', 'DENY'].includes(action) && !hasRules) {
    yield broken(rules.noRules, spec.at('rules'), `a policy with action ${action} and without rules never matches`, 'add rules; the rule {} matches everything');
  }
  if (action === 'CUSTOM' && hasRules && !provider.at('name').isFilled) {
    yield broken(rules.provider, provider.at('name'), 'action CUSTOM needs a provider', 'name one of meshConfig.extensionProviders');
  }
  if (action !== 'CUSTOM' && provider.isSet) {
    yield broken(rules.idleProvider, provider, `with action ${action}, the provider is not used`, 'remove the provider, or write action: CUSTOM');
  }
}

const policyRule = byField({ from: each(policySource), to: each(policyOperation), when: each(policyCondition) });

function each(judge: (item: Field) => Judgement): (list: Field) => Judgement {
  return function* (list) {
    for (const item of list.items()) {
      yield* judge(item);
    }
  };
}

/** What is not known of the caller yet when the provider is asked. */
const LATE_LISTS = withOpposites(['namespaces', 'serviceAccounts', 'trustDomains', 'principals', 'requestPrincipals']);
const LATE_KEYS = /^(source\.(namespace|serviceAccount|trustDomain|principal)$|request\.auth\.)/;

function* customRule(rule: Field): Judgement {
  const lists = rule.at('from').items().flatMap(from => listsOf(from.at('source'), LATE_LISTS));
  const keys = rule.at('when').items().map(condition => condition.at('key')).filter(key => LATE_KEYS.test(key.text ?? ''));
  for (const field of [...lists, ...keys]) {
    const what = field.text ?? String(field.key);
    yield broken(rules.late, field, `with action CUSTOM, ${what} cannot be matched`, 'match by address, port, host, method, path or header');
  }
}

/** What says something of TCP, too. */
const TCP_SOURCES = new Set(withOpposites(['principals', 'namespaces', 'ipBlocks', 'remoteIpBlocks', 'serviceAccounts']));
const TCP_OPERATIONS = new Set(withOpposites(['ports']));

/**
 * Whether a rule speaks of HTTP alone. For TCP such conditions are left out, and the rest matches everything. One that says nothing at all is
 * refused, and istiod comes to no warning.
 */
function deniesTcp(rule: Field): boolean {
  const sources = rule.at('from').items().map(from => from.at('source')).filter(({ isSet }) => isSet);
  const operations = rule.at('to').items().map(to => to.at('operation')).filter(({ isSet }) => isSet);
  return operations.length > 0
    ? operations.some(saysRequest) && !operations.some(operation => hasList(operation, TCP_OPERATIONS))
    : sources.some(saysCaller) && !sources.some(source => hasList(source, TCP_SOURCES));
}
