import type { Field } from '../../../mesh/field';
import { defineCheck, Judgement } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
import { dnsLabel, dnsLabelRules } from '../primitives/dns-labels';
import { exportTo, exportToRules, scopesNamed } from '../primitives/export-to';
import { hostRules, wildcardHostName } from '../primitives/host-names';
import { labelRules, labels } from '../primitives/labels';
import { nullItems, presentItems } from '../primitives/present-items';
import { refusalsOf } from '../refusals-of';
import { refusal } from '../webhook-rules';
import { selectorRules, workloadSelector } from '../workload-selector';
import { trafficPolicy, trafficPolicyRules } from './traffic-policy';

const rules = {
  subset: refusal('subset-twice', 'Two subsets have the same name.'),
  exported: refusal('selected-policy-exported', 'A DestinationRule with a workloadSelector is exported to other namespaces.'),
};

/** What the webhook says of a DestinationRule. */
export const destinationRule = defineCheck({
  rules: [
    ...Object.values(rules), ...trafficPolicyRules, ...Object.values(selectorRules), ...Object.values(exportToRules),
    ...Object.values(labelRules), dnsLabelRules.label, hostRules.wildcardHost,
  ],
  analyzer: 'schema.ValidationAnalyzer.DestinationRule',
  kinds: ['networking.istio.io/DestinationRule'],
  everyDocument: true,
  * judge({ spec, namespace }) {
    yield* wildcardHostName(spec.at('host'));
    yield* fields(spec, namespace);
  },
});

const fields = byField<string>({
  trafficPolicy: (policy, _, namespace) => trafficPolicy(policy, namespace),
  subsets: (list, _, namespace) => subsets(list, namespace),
  exportTo: (list, _, namespace) => exportTo(list, { namespace }),
  * workloadSelector(selector, spec, namespace) {
    yield* exported(spec.at('exportTo'), namespace);
    yield* workloadSelector(selector, selector.at('matchLabels'));
  },
});

function* subsets(list: Field, namespace: string): Judgement {
  yield* nullItems(list);
  const names = new Set<string>();
  for (const subset of presentItems(list)) {
    const { text: name = '' } = subset.at('name');
    if (names.has(name)) {
      yield broken(rules.subset, subset.at('name'), `another subset is named "${name}"`, 'give each subset a different name');
    }
    names.add(name);
    yield* dnsLabel(subset.at('name'));
    yield* labels(subset.at('labels'));
    if (subset.at('trafficPolicy').isSet) {
      yield* refusalsOf(trafficPolicy(subset.at('trafficPolicy'), namespace));
    }
  }
}

/** A selector selects workloads of its own namespace. */
function* exported(list: Field, namespace: string): Judgement {
  const scopes = scopesNamed(list, namespace);
  if (scopes.length > 0 && scopes.some(scope => scope !== namespace)) {
    yield broken(rules.exported, list, `only workloads of ${namespace} are selected, but the policy is exported to other namespaces`, 'write exportTo: ["."]');
  }
}
