import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
import { duration, durationRules } from '../primitives/durations';
import { presentItems } from '../primitives/present-items';
import { refusal, warning } from '../webhook-rules';
import { localities, localityRules, zoneAwareness } from './localities';

export const loadBalancerRules = {
  ...durationRules,
  ...localityRules,
  cookie: refusal('hash-cookie-without-name', 'Hashing uses a cookie without a name.'),
  attribute: refusal('cookie-attribute-without-name', 'An attribute of a cookie has no name.'),
  sameAttribute: refusal('cookie-attribute-twice', 'An attribute of a cookie is named twice.'),
  ringSize: warning('minimum-ring-size', 'The ring size is set with a deprecated field.'),
  twoSizes: refusal('ring-size-and-algorithm', 'The deprecated ring size is set next to a hash algorithm.'),
  table: refusal('maglev-table-size', 'The Maglev table size is not a prime number below 5000011.'),
  twoSettings: refusal('locality-and-zone-aware', 'Both localityLbSetting and zoneAwareLbSetting are set.'),
  warmup: refusal('warmup-without-duration', 'A warmup has no duration.'),
  warmupPercent: refusal('warmup-percent', 'The minimum percentage of a warmup is above 100.'),
  aggression: refusal('warmup-aggression', 'The aggression of a warmup is not positive.'),
};

const TABLE_LIMIT = 5_000_011;

/** What is said of the choice of a host; `isDetecting`: whether hosts that fail are ejected. */
export const loadBalancer = byField<boolean>({
  consistentHash: hash,
  localityLbSetting: (setting, _, isDetecting) => localities(setting, isDetecting),
  zoneAwareLbSetting,
  warmup,
});

function* zoneAwareLbSetting(setting: Field, balancer: Field, isDetecting: boolean): Judgement {
  if (balancer.at('localityLbSetting').isSet) {
    yield broken(loadBalancerRules.twoSettings, setting, 'localityLbSetting and zoneAwareLbSetting are mutually exclusive', 'keep one of them');
  }
  yield* zoneAwareness(setting, isDetecting);
}

function* hash(consistentHash: Field): Judgement {
  const [cookie, ringSize, maglev] = ['httpCookie', 'minimumRingSize', 'maglev'].map(key => consistentHash.at(key));
  if (cookie.isSet && !cookie.at('name').isFilled) {
    yield broken(loadBalancerRules.cookie, cookie, 'the cookie has no name', 'name it');
  }
  yield* attributes(cookie.at('attributes'));
  if (ringSize.number !== undefined && ringSize.number !== 0) {
    yield broken(loadBalancerRules.ringSize, ringSize, 'minimumRingSize is deprecated', `write ringHash: {minimumRingSize: ${ringSize.number}}`);
    if (consistentHash.at('ringHash').isSet || maglev.isSet) {
      yield broken(loadBalancerRules.twoSizes, ringSize, 'minimumRingSize cannot be combined with an algorithm', 'remove it');
    }
  }
  yield* table(maglev);
}

function* table(maglev: Field): Judgement {
  const { number: size = 0 } = maglev.at('tableSize');
  if (maglev.isSet && (size >= TABLE_LIMIT || !isPrime(size))) {
    yield broken(loadBalancerRules.table, maglev.at('tableSize'), `${size} is not a prime number below ${TABLE_LIMIT}`, 'write one, such as 65537');
  }
}

function* attributes(list: Field): Judgement {
  const seen = new Set<string>();
  for (const attribute of presentItems(list)) {
    const { text: name = '' } = attribute.at('name');
    if (name === '') {
      yield broken(loadBalancerRules.attribute, attribute, 'the attribute has no name', 'name it');
    } else if (seen.has(name)) {
      yield broken(loadBalancerRules.sameAttribute, attribute, `${name} is named twice`, 'remove one of the two');
    }
    seen.add(name);
  }
}

/** The proxy takes 1 for one, too; more than the limit is not asked for. */
function isPrime(number: number): boolean {
  if (number < 4) {
    return number >= 1;
  }
  for (let factor = 2; factor * factor <= number; factor += 1) {
    if (number % factor === 0) {
      return false;
    }
  }
  return true;
}

function* warmup(place: Field): Judgement {
  const { number: percent = 0 } = place.at('minimumPercent');
  const aggression = place.at('aggression');
  if (!place.at('duration').isSet) {
    yield broken(loadBalancerRules.warmup, place, 'the warmup has no duration', 'add one');
  }
  yield* duration(place.at('duration'));
  if (percent > 100) {
    yield broken(loadBalancerRules.warmupPercent, place.at('minimumPercent'), `${percent} is more than 100`, 'write 0 to 100');
  }
  if (aggression.number !== undefined && aggression.number <= 0) {
    yield broken(loadBalancerRules.aggression, aggression, `${aggression.number} is not positive`, 'write 1 or more, or remove it');
  }
}
