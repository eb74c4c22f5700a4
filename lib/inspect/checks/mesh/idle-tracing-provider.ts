import { MESH_CONFIG_KINDS, meshConfig, meshConfigIn, rootNamespace } from '../../mesh/mesh-config';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { PROVIDER_KINDS, providerKind } from '../../mesh/provider-kinds';
import { representedNamespaces } from '../../mesh/represented-namespaces';
import { nameMeant } from '../../nearest';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const idleTracingProvider = meshRule(
  'MESH008', 'error', ['idle-tracing-provider', 'A tracing provider is defined, but never used.'],
);

/** Providers for traces that nobody selects. */
export const idleTracingProviderCheck = defineCheck({
  rules: [idleTracingProvider],
  kinds: MESH_CONFIG_KINDS,
  reads: ['telemetry.istio.io/Telemetry'],
  * judge(resource, { set }) {
    const providers = meshConfigIn(resource)?.config.at('extensionProviders').items() ?? [];
    const names = providers.filter(provider => TRACERS.has(providerKind(provider) ?? '')).map(provider => provider.at('name')).filter(({ text }) => text !== undefined);
    // What was handed in beside a part of the objects says nothing of Telemetry that lies elsewhere.
    if ((resource.kind === 'MeshConfig' && mayBeElsewhere(set)) || isTracingOff(set) || names.some(({ text }) => isNamed(set, text!))) {
      return;
    }
    for (const { text, path } of names) {
      yield {
        rule: idleTracingProvider,
        path,
        message: `no Telemetry in the input uses the provider ${text} for tracing, and it is not a default provider, so it receives no spans`,
        repair: `add a Telemetry in ${rootNamespace(set)} with tracing: [{providers: [{name: ${text}}]}], `
          + `or defaultProviders: {tracing: [${text}], metrics: [prometheus]}`,
        severity: isAlone(set) ? 'warning' : 'error',
      };
    }
  },
});

const TRACERS: ReadonlySet<string> = new Set(PROVIDER_KINDS.tracing.filter(kind => kind !== 'opencensus'));

/** Whether somebody names a provider, if only by a slip, of which MESH007 speaks. */
function isNamed(set: ObjectSet, name: string): boolean {
  return selected(set).has(name) || [...selected(set)].some(other => !defined(set).has(other) && nameMeant(other, [name]) !== undefined);
}

const defined = perSet((set): ReadonlySet<string | undefined> => new Set(meshConfig(set).at('extensionProviders').items().map(provider => provider.at('name').text)));

const selected = perSet((set): ReadonlySet<string> => new Set([
  ...meshConfig(set).at('defaultProviders', 'tracing').texts,
  ...telemetries(set).flatMap(({ spec }) => spec.at('tracing').items().flatMap(entry => entry.at('providers').items()))
    .map(provider => provider.at('name').text ?? ''),
]));

/** Whether somebody wants no traces of the whole mesh. */
const isTracingOff = perSet(set => telemetries(set).some(({ namespace, spec }) => (
  namespace === rootNamespace(set) && !spec.at('selector').isSet && spec.at('tracing').items().some(entry => entry.at('disableSpanReporting').value === true)
)));

function mayBeElsewhere(set: ObjectSet): boolean {
  return !set.settings.complete && telemetries(set).length === 0;
}

/** Whether an installation is all that the input shows. */
function isAlone(set: ObjectSet): boolean {
  return mayBeElsewhere(set) && representedNamespaces(set).size === 0;
}

function telemetries(set: ObjectSet): ReturnType<ObjectSet['of']> {
  return set.of('telemetry.istio.io/Telemetry');
}
