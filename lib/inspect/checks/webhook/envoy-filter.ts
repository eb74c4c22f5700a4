import type { Field } from '../../mesh/field';
import { isPattern } from '../../schema/syntax/re2';
import { defineCheck, Judgement, Problem } from '../check';
import { broken } from './broken';
import { envoyMatch, envoyMatchRules } from './envoy-match';
import { envoyValue, envoyValueRules } from './envoy-value';
import { refusal, warning } from './webhook-rules';
import { selectorRules, workloadSelector } from './workload-selector';

const rules = {
  internal: warning('envoy-filter-internal', 'An EnvoyFilter changes generated configuration, which differs between releases of Istio.'),
  applyTo: refusal('envoy-patch-place', 'A patch does not say what it is applied to.'),
  patch: refusal('envoy-patch-missing', 'A patch does not say what it changes.'),
  operation: refusal('envoy-patch-operation', 'A patch does not say whether it adds, merges or removes.'),
  value: refusal('envoy-patch-value-missing', 'A patch adds or changes something, but has no value.'),
  version: refusal('envoy-proxy-version', 'The proxy version is not a valid RE2 regular expression.'),
  longVersion: warning('envoy-proxy-version-long', 'The regular expression for the proxy version is too long to check.'),
};

const LONGEST_PATTERN = 1024;

/** What the webhook says of an EnvoyFilter, as far as it can be known without the schemas of Envoy. */
export const envoyFilter = defineCheck({
  rules: [rules, envoyMatchRules, envoyValueRules, selectorRules].flatMap(Object.values),
  analyzer: 'schema.ValidationAnalyzer.EnvoyFilter',
  kinds: ['networking.istio.io/EnvoyFilter'],
  everyDocument: true,
  * judge({ root, spec }) {
    yield broken(rules.internal, root, 'an EnvoyFilter changes generated configuration, and may behave differently after an upgrade', 'use another kind if one can do it');
    const selector = [...workloadSelector(spec.at('workloadSelector'), spec.at('workloadSelector', 'labels'))];
    yield* selector;
    if (selector.some(isRefusal)) {
      return;
    }
    for (const patch of spec.at('configPatches').items()) {
      if (patch.isSet && patch.at('match', 'context').text !== 'WAYPOINT') {
        yield* configPatch(patch);
      }
    }
  },
});

/** The webhook looks no further when a selector cannot be taken. */
function isRefusal(judgement: Judgement extends Iterable<infer T> ? T : never): boolean {
  return 'rule' in judgement && judgement.rule.severity === 'error';
}

/** The first defect of a patch is its only one. */
function* configPatch(entry: Field): Judgement {
  const missing = missingPart(entry);
  if (missing !== undefined) {
    yield missing;
    return;
  }
  const version = entry.at('match', 'proxy', 'proxyVersion');
  if (Buffer.byteLength(version.text ?? '') > LONGEST_PATTERN) {
    yield broken(rules.longVersion, version, `an expression of more than ${LONGEST_PATTERN} bytes is not checked`, 'shorten it');
  } else if (version.text !== undefined && !isPattern(version.text)) {
    yield broken(rules.version, version, `"${version.text}" is not a valid RE2 regular expression`, 'write one, such as ^1\\.30.*');
    return;
  }
  const problems = [...envoyMatch(entry)];
  yield* problems;
  if (!problems.some(isRefusal)) {
    yield* envoyValue(entry);
  }
}

function missingPart(entry: Field): Problem | undefined {
  const [applyTo, patch] = [entry.at('applyTo'), entry.at('patch')];
  const operation = patch.at('operation');
  if (isUnsaid(applyTo)) {
    return broken(rules.applyTo, applyTo, 'the patch does not say what it is applied to', 'add applyTo');
  }
  if (!patch.isSet) {
    return broken(rules.patch, patch, 'the patch does not say what it changes', 'add patch');
  }
  if (isUnsaid(operation)) {
    return broken(rules.operation, operation, 'the patch has no operation', 'add operation, such as MERGE');
  }
  return operation.text !== 'REMOVE' && !patch.at('value').isSet
    ? broken(rules.value, patch.at('value'), `the operation ${operation.text} needs a value`, 'add value, or write operation: REMOVE')
    : undefined;
}

function isUnsaid({ isFilled, text }: Field): boolean {
  return !isFilled || text === 'INVALID';
}
