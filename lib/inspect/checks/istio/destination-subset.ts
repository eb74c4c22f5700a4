import { listed } from '../../listed';
import { destinationsOf } from '../../mesh/destinations';
import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { fullHost, isCovered, serviceNamed } from '../../mesh/hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { definedSubsets, hostOfRule, subsetsOf } from '../../mesh/subsets';
import { isListUnread, isMisspelled } from '../../mesh/unread';
import { nameMeant } from '../../nearest';
import { defineCheck, Problem } from '../check';
import { istioRule } from './istio-rules';

const destinationSubset = istioRule(
  'IST0101', 'error', ['destination-subset', 'A VirtualService sends requests to a subset that no DestinationRule defines.'], ['MESH011'],
);

/** Subsets to which a VirtualService sends requests, or copies of them. */
export const destinationSubsetCheck = defineCheck({
  rules: [destinationSubset],
  analyzer: 'virtualservice.DestinationRuleAnalyzer',
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['subset'],
  reads: ['networking.istio.io/DestinationRule', 'flagger.app/Canary', 'Service'],
  * judge(virtualService, { set }) {
    for (const { host: { text = '' }, subset } of destinationsOf(virtualService)) {
      if (text === '' || (subset.text ?? '') === '') {
        continue;
      }
      const host = fullHost(set, text, virtualService.namespace);
      if (!isDefined(set, host, subset.text!) && !isOfFlagger(set, host) && !unreadHosts(set).some(unread => isCovered(host, unread))) {
        yield undefinedSubset(set, host, subset);
      }
    }
  },
});

function undefinedSubset(set: ObjectSet, host: string, { text, path }: Field): Problem {
  const others = definedSubsets(set).get(host);
  return {
    rule: destinationSubset,
    path,
    message: others === undefined
      ? `no DestinationRule for ${host} in the input defines its subset ${text}`
      : `no DestinationRule defines the subset ${text} of ${host}, ${others.size === 0 ? 'nor any other' : `only ${listed([...others], 10)}`}`,
    repair: repairOf(text!, others),
    severity: others === undefined && !isRepresented(set, serviceNamed(set, host, '').namespace) ? 'warning' : 'error',
  };
}

function repairOf(name: string, known: ReadonlySet<string> = new Set()): string {
  const meant = nameMeant(name, known);
  return meant === undefined ? 'define the subset in the DestinationRule of the host, and apply it before the VirtualService' : `write ${meant} if that is what you meant`;
}

/** The hosts, and patterns, of DestinationRules that may define more subsets than can be read. */
const unreadHosts = perSet(set => set.of('networking.istio.io/DestinationRule').filter(isUnread).map(rule => (rule.spec.at('host').isSet ? hostOfRule(set, rule) : '*')));

function isUnread(rule: Resource): boolean {
  return subsetsOf(rule).includes('') || isListUnread(rule.spec, 'subsets') || isMisspelled(rule.spec, 'host');
}

/** Whether some DestinationRule defines a subset of a host, wherever it stands. */
export function isDefined(set: ObjectSet, full: string, name: string): boolean {
  return definedSubsets(set).get(full)?.has(name) === true || wildcards(set).some(([host, names]) => isCovered(full, host) && names.has(name));
}

const wildcards = perSet(set => [...definedSubsets(set)].filter(([host]) => host.startsWith('*')));
