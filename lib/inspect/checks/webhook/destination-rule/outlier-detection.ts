import { renameFix } from '../../../fix/known-fixes';
import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
import { duration, durationRules } from '../primitives/durations';
import { percent, percentRules } from '../primitives/percents';
import { refusal, warning } from '../webhook-rules';

export const outlierDetectionRules = {
  ...durationRules,
  percent: percentRules.percent,
  consecutiveErrors: warning('consecutive-errors', 'Outlier detection sets consecutiveErrors, which istiod ignores.'),
  localErrors: refusal('local-errors-not-split', 'Outlier detection uses local-origin failures, but does not count them separately.'),
};

/** What is said of the ejection of hosts that fail. */
export const outlierDetection = byField({
  baseEjectionTime: duration,
  interval: duration,
  consecutiveErrors,
  consecutiveLocalOriginFailures,
  maxEjectionPercent: percent,
  minHealthPercent: percent,
});

function* consecutiveErrors(old: Field, outlier: Field): Judgement {
  if ((old.number ?? 0) !== 0) {
    const repair = outlier.at('consecutive5xxErrors').isSet ? 'remove it: consecutive5xxErrors replaces it' : `write consecutive5xxErrors: ${old.number}`;
    const problem = broken(outlierDetectionRules.consecutiveErrors, old, 'consecutiveErrors has no effect', repair);
    yield { ...problem, fix: renameFix(outlier, old, 'consecutive5xxErrors') };
  }
}

function* consecutiveLocalOriginFailures(local: Field, outlier: Field): Judgement {
  if ((local.number ?? 0) > 0 && outlier.at('splitExternalLocalOriginErrors').value !== true) {
    yield broken(outlierDetectionRules.localErrors, local, 'consecutiveLocalOriginFailures has no effect without splitExternalLocalOriginErrors', 'add splitExternalLocalOriginErrors: true');
  }
}
