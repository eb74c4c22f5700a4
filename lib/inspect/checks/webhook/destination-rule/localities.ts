import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { presentItems } from '../primitives/present-items';
import { refusal, warning } from '../webhook-rules';

export const localityRules = {
  both: refusal('locality-two-ways', 'A locality setting has both distribute and failover.'),
  labels: refusal('failover-by-region-twice', 'A failoverPriority names a topology label, but hosts are already selected by region or zone.'),
  weight: refusal('locality-weight', 'The weight of a locality is not between 1 and 100.'),
  total: refusal('locality-weights-total', 'The weights of localities do not add up to 100.'),
  wildcard: refusal('locality-wildcard', 'A locality has a * that is not at its end.'),
  empty: refusal('locality-empty-part', 'A locality has an empty region, zone or subzone.'),
  overlap: refusal('locality-overlap', 'Two localities overlap.'),
  sameRegion: refusal('failover-to-itself', 'A region fails over to itself.'),
  zone: refusal('failover-of-zone', 'A failover names a zone, but it works only between regions.'),
  anyRegion: refusal('failover-wildcard', 'A failover has a wildcard instead of a region.'),
  noDetection: warning('failover-without-detection', 'Failover is configured without outlierDetection, so no host is ever ejected.'),
};

const TOPOLOGY = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone', 'topology.istio.io/subzone'];

/** What is said of the choice of hosts by locality; `isDetecting`: whether hosts that fail are ejected. */
export function* localities(setting: Field, isDetecting: boolean): Judgement {
  const [distribute, failover] = [setting.at('distribute'), setting.at('failover')];
  if (distribute.isFilled && failover.isFilled) {
    yield broken(localityRules.both, failover, 'distribute and failover are mutually exclusive', 'keep one of them');
    return;
  }
  const problems = [...failover.isFilled ? topologyLabels(setting) : distribution(distribute)];
  yield* problems;
  if (problems.length === 0) {
    yield* detection(setting, isDetecting);
    yield* failovers(failover);
  }
}

/** What is said of the choice of hosts by zone, to which failover by labels of topology is not known. */
export function* zoneAwareness(setting: Field, isDetecting: boolean): Judgement {
  yield* topologyLabels(setting);
  if (!isDetecting) {
    yield* noDetection(setting);
  }
  yield* failovers(setting.at('failover'));
}

function* topologyLabels(setting: Field): Judgement {
  const label = setting.at('failoverPriority').items().find(({ text = '' }) => TOPOLOGY.includes(text));
  if (label !== undefined) {
    yield broken(localityRules.labels, label, `${label.text} cannot be combined with selection by region or zone`, 'remove it');
  }
}

function* detection(setting: Field, isDetecting: boolean): Judgement {
  const given = ['failover', 'failoverPriority'].map(key => setting.at(key)).find(({ isFilled }) => isFilled);
  if (given !== undefined && !isDetecting) {
    yield* noDetection(given);
  }
}

function* noDetection(place: Field): Judgement {
  yield broken(localityRules.noDetection, place, 'no host is ejected without outlierDetection, so nothing fails over', 'add outlierDetection');
}

function* distribution(distribute: Field): Judgement {
  for (const entry of presentItems(distribute)) {
    const to = entry.at('to');
    const problems = [...weights(to)];
    yield* problems;
    if (problems.length > 0) {
      return;
    }
    yield* distinct(to.entries().map(([locality, field]) => [locality, field]));
  }
  yield* distinct(presentItems(distribute).map(entry => [entry.at('from').text ?? '', entry.at('from')]));
}

function* weights(to: Field): Judgement {
  const numbers = to.entries().map(([, { number = 0 }]) => number);
  const [wrong] = to.entries().filter(([, { number = 0 }]) => number <= 0 || number > 100);
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (wrong !== undefined) {
    yield broken(localityRules.weight, wrong[1], `${wrong[0]} has the weight ${wrong[1].number ?? 0}`, 'write 1 to 100');
  } else if (total !== 100) {
    yield broken(localityRules.total, to, `the weights add up to ${total}`, 'make them add up to 100');
  }
}

/** Reports the first locality that is not well formed, or has a place in common with one before it. */
function* distinct(named: ReadonlyArray<readonly [locality: string, place: Field]>): Judgement {
  const seen: string[][] = [];
  for (const [locality, place] of named) {
    const parts = partsOf(locality);
    const problem = malformed(locality, parts) ?? (seen.some(other => overlap(other, parts)) ? localityRules.overlap : undefined);
    if (problem !== undefined) {
      yield broken(problem, place, describe(problem, locality), 'write region, region/zone or region/zone/subzone, each place once');
      return;
    }
    seen.push(parts);
  }
}

function malformed(locality: string, parts: readonly string[]): (typeof localityRules)[keyof typeof localityRules] | undefined {
  const star = locality.indexOf('*');
  if (star >= 0 && star < locality.length - 1) {
    return localityRules.wildcard;
  }
  return parts.includes('') ? localityRules.empty : undefined;
}

function describe(problem: (typeof localityRules)[keyof typeof localityRules], locality: string): string {
  if (problem === localityRules.overlap) {
    return `"${locality}" overlaps an earlier locality`;
  }
  return problem === localityRules.wildcard ? `"${locality}" has a * that is not at its end` : `"${locality}" has an empty part`;
}

/** Region, zone and subzone; what stands behind a third slash belongs to the subzone. */
function partsOf(locality: string): string[] {
  const [region, zone, ...rest] = locality.split('/');
  return [region, ...zone === undefined ? [] : [zone], ...rest.length === 0 ? [] : [rest.join('/')]];
}

/** Whether an earlier locality takes what a later one names. A later asterisk takes the rest, as istiod sees it. */
function overlap(earlier: readonly string[], later: readonly string[]): boolean {
  for (const [index, part] of earlier.entries()) {
    if (part === '*' || index >= later.length) {
      return true;
    }
    if (part !== later[index]) {
      return false;
    }
  }
  return true;
}

function* failovers(failover: Field): Judgement {
  for (const entry of presentItems(failover)) {
    const [from, to] = ['from', 'to'].map(key => entry.at(key).text ?? '');
    if (from === to) {
      yield broken(localityRules.sameRegion, entry, `"${from}" fails over to itself`, 'name another region');
    }
    if (`${from}${to}`.includes('/')) {
      yield broken(localityRules.zone, entry, `"${from}" to "${to}" names more than a region`, 'name only regions');
    }
    if (`${from}${to}`.includes('*')) {
      yield broken(localityRules.anyRegion, entry, `"${from}" to "${to}" has a wildcard`, 'name the regions');
    }
  }
}
