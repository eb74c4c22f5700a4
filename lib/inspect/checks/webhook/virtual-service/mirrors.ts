import { percentageFix } from '../../../fix/known-fixes';
import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
import { destination, destinationRules } from '../primitives/destinations';
import { percent, percentRules } from '../primitives/percents';
import { itemRules, nullItems, presentItems } from '../primitives/present-items';
import { refusal, warning } from '../webhook-rules';

export const mirrorRules = {
  ...destinationRules,
  percent: percentRules.percent,
  null: itemRules.null,
  deprecated: warning('mirror-percent', 'A mirror sets its percentage with a deprecated field.'),
  both: refusal('mirror-and-mirrors', 'Both mirror and mirrors are set.'),
  missing: refusal('mirror-without-destination', 'A mirror has no destination.'),
};

/** What is said of the fields of a route that say where copies of requests are sent. */
export const mirrorFields = {
  mirror: destination,
  mirrorPercent,
  mirror_percent: mirrorPercent,
  mirrorPercentage: byField({ value: percent }),
  mirrors,
};

/** The number that was there before the percentage, by one of its two names. */
function* mirrorPercent(old: Field, entry: Field): Judgement {
  const problem = broken(mirrorRules.deprecated, old, `${old.key} is deprecated`, `write mirrorPercentage: {value: ${old.number ?? 0}}`);
  yield { ...problem, fix: percentageFix(entry, old, 'mirrorPercentage') };
  yield* percent(old);
}

function* mirrors(list: Field): Judgement {
  yield* nullItems(list);
  for (const mirror of presentItems(list)) {
    if (!mirror.at('destination').isSet) {
      yield broken(mirrorRules.missing, mirror.at('destination'), 'the mirror has no destination', 'add one');
      continue;
    }
    yield* destination(mirror.at('destination'));
    yield* percent(mirror.at('percentage', 'value'));
  }
}
