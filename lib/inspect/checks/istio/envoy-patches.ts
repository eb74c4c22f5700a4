import type { Field } from '../../mesh/field';
import { ENVOY_FILTER } from '../../mesh/istio-kinds';
import { perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import type { Rule } from '../rule';
import { istioRule } from './istio-rules';

const rules = {
  relative: istioRule('IST0151', 'warning', ['relative-patch', 'An EnvoyFilter applies a patch that depends on other EnvoyFilters, but has no priority.']),
  replace: istioRule('IST0152', 'error', ['replace-patch', 'An EnvoyFilter replaces what cannot be replaced.']),
  add: istioRule('IST0153', 'error', ['add-patch', 'An EnvoyFilter adds what cannot be added.']),
  remove: istioRule('IST0154', 'error', ['remove-patch', 'An EnvoyFilter removes what cannot be removed.']),
  version: istioRule('IST0155', 'warning', ['relative-patch-version', 'An EnvoyFilter for some proxy version applies a patch that depends on other EnvoyFilters, but has no priority.']),
};

/** Operations of patches: what has no effect where it is applied, and what depends on the order of EnvoyFilters. */
export const envoyPatchesCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'envoyfilter.EnvoyPatchAnalyzer',
  kinds: [ENVOY_FILTER],
  * judge(filter, { set }) {
    const hasPriority = (filter.spec.at('priority').number ?? 0) !== 0;
    for (const entry of patchesOf(filter)) {
      const operation = entry.at('patch', 'operation');
      const rule = ruleOf(entry, versioned(set).get(filter)?.has(entry.path.join('.')) === true);
      if (rule === rules.relative || rule === rules.version) {
        yield* hasPriority ? [] : [{
          rule,
          path: operation.path,
          message: `${operation.text} depends on what other EnvoyFilters do before it, and without a priority their order is undefined`,
          repair: 'set spec.priority, or use INSERT_FIRST',
        }];
      } else if (rule !== undefined) {
        const where = entry.at('applyTo').text ?? 'nothing';
        yield { rule, path: operation.path, message: `${operation.text} has no effect on ${where}`, repair: REPAIRS[operation.text ?? ''] };
      }
    }
  },
});

const REPAIRS: Readonly<Record<string, string>> = {
  ADD: 'apply it to a VIRTUAL_HOST, or use MERGE',
  REMOVE: 'remove the route in the VirtualService',
  REPLACE: 'use MERGE, or apply it to a HTTP_FILTER or NETWORK_FILTER',
};

const ROUTES = ['ROUTE_CONFIGURATION', 'HTTP_ROUTE'];
/** istioctl's text names two of them; its code knows the third. */
const REPLACEABLE = ['NETWORK_FILTER', 'HTTP_FILTER', 'VIRTUAL_HOST'];

/** The patches up to the first that is none. */
function patchesOf({ spec }: Resource): Field[] {
  const entries = spec.at('configPatches').items();
  const end = entries.findIndex(entry => !entry.at('patch').isSet);
  return end < 0 ? entries : entries.slice(0, end);
}

/** Where an operation has no effect. */
const INEFFECTIVE = new Map<string, readonly [rule: Rule, isAt: (applyTo: string) => boolean]>([
  ['ADD', [rules.add, applyTo => ROUTES.includes(applyTo)]],
  ['REMOVE', [rules.remove, applyTo => ROUTES.includes(applyTo)]],
  ['REPLACE', [rules.replace, applyTo => !REPLACEABLE.includes(applyTo)]],
]);

/** The operations whose result depends on what is there already. */
const RELATIVE = ['REMOVE', 'REPLACE', 'INSERT_BEFORE', 'INSERT_AFTER'];

/** The rule that an operation breaks where it is applied, or would break without priority. */
function ruleOf(entry: Field, isVersioned: boolean): Rule | undefined {
  const [applyTo = '', operation = ''] = [entry.at('applyTo').text, entry.at('patch', 'operation').text];
  const [rule, isAt] = INEFFECTIVE.get(operation) ?? [];
  if (isAt?.(applyTo) === true) {
    return rule;
  }
  const relative = isVersioned ? rules.version : rules.relative;
  return RELATIVE.includes(operation) ? relative : undefined;
}

/** For each EnvoyFilter the places of its patches of something that a patch before it changes for a version of the proxy only. */
const versioned = perSet(set => {
  const names = new Set<string>();
  const found = new Map<Resource, Set<string>>();
  for (const filter of set.of(ENVOY_FILTER)) {
    for (const entry of patchesOf(filter)) {
      const name = nameOf(entry);
      if (names.has(name)) {
        found.set(filter, (found.get(filter) ?? new Set()).add(entry.path.join('.')));
      }
      if (entry.at('match', 'proxy', 'proxyVersion').isFilled) {
        names.add(name);
      }
    }
  }
  return found;
});

/** What a patch is about. */
function nameOf(entry: Field): string {
  const value = entry.at('patch', 'value');
  const name = value.at('name');
  return (value.isFilled && name.isSet ? name.text : undefined) ?? entry.at('match', 'listener', 'filterChain', 'filter', 'name').text ?? '';
}
