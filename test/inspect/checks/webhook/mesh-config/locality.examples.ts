import type { RuleExamples } from '../../rule-examples';

const setting = (fields: string): string => `meshConfig: {localityLbSetting: {${fields}}}`;
const distribute = (from: string, to: string): string => setting(`distribute: [{from: ${from}, to: {${to}}}]`);
const failover = (from: string, to: string): string => setting(`failover: [{from: ${from}, to: ${to}}]`);

/** The rules of istiod for the choice of hosts by locality, as a mesh config says it for all of them. */
export const localityExamples: RuleExamples = {
  'locality-two-ways': {
    bad: setting('distribute: [{from: eu, to: {eu: 100}}], failover: [{from: eu, to: us}]'),
    good: failover('eu', 'us'),
  },
  'failover-by-region-twice': {
    bad: setting('failover: [{from: eu, to: us}], failoverPriority: [topology.kubernetes.io/region]'),
    good: setting('failover: [{from: eu, to: us}], failoverPriority: [version]'),
  },
  'locality-weight': { bad: distribute('eu', 'eu: 100, us: 0'), good: distribute('eu', 'eu: 99, us: 1') },
  'locality-weights-total': { bad: distribute('eu', 'eu: 80, us: 10'), good: distribute('eu', 'eu: 80, us: 20') },
  'locality-wildcard': { bad: distribute('eu/*/a', 'eu: 100'), good: distribute('eu/a/*', 'eu: 100') },
  'locality-empty-part': { bad: distribute('eu//a', 'eu: 100'), good: distribute('eu/a', 'eu: 100') },
  'locality-overlap': { bad: distribute('eu', 'eu: 80, eu/a: 20'), good: distribute('eu', 'eu/b: 80, eu/a: 20') },
  'failover-to-itself': { bad: failover('eu', 'eu'), good: failover('eu', 'us') },
  'failover-of-zone': { bad: failover('eu/a', 'us'), good: failover('eu', 'us') },
  'failover-wildcard': { bad: failover('eu', '"*"'), good: failover('eu', 'us') },
};
