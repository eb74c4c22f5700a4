import { isMeshConfigKnown, meshConfig, MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { perSet } from '../../mesh/object-set';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  accessLog: istioRule('IST0157', 'warning', ['access-log-provider', 'A Telemetry enables access logs, but neither it nor the mesh config names a provider for them.']),
  lightstep: istioRule('IST0002', 'warning', ['deprecated-lightstep', 'A Telemetry sends traces to a provider of type lightstep, which is deprecated.']),
};

/** Access logs without a provider. */
export const accessLogProviderCheck = defineCheck({
  rules: [rules.accessLog],
  analyzer: 'telemetry.ProviderAnalyzer',
  kinds: ['telemetry.istio.io/Telemetry'],
  reads: MESH_CONFIG_KINDS,
  * judge({ spec }, { set }) {
    if (meshConfig(set).at('defaultProviders', 'accessLogging').isFilled) {
      return;
    }
    for (const entry of spec.at('accessLogging').items()) {
      if (entry.at('disabled').value === true || entry.at('providers').isFilled) {
        continue;
      }
      yield set.settings.complete || isMeshConfigKnown(set)
        ? {
            rule: rules.accessLog,
            path: entry.path,
            message: 'no provider is named here, and the mesh config has no default provider for access logs',
            repair: 'name one, such as providers: [{name: envoy}], or set defaultProviders.accessLogging',
          }
        : { undecided: rules.accessLog, unknown: 'the mesh config' };
    }
  },
});

/** Traces for Lightstep. */
export const lightstepCheck = defineCheck({
  rules: [rules.lightstep],
  analyzer: 'telemetry.LightstepAnalyzer',
  kinds: ['telemetry.istio.io/Telemetry'],
  reads: MESH_CONFIG_KINDS,
  * judge({ spec }, { set }) {
    const names = spec.at('tracing').items().flatMap(entry => entry.at('providers').items()).map(provider => provider.at('name'));
    for (const { text, path } of names.filter(name => deprecatedNames(set).has(name.text ?? ''))) {
      yield { rule: rules.lightstep, path, message: `${text} is a provider of type lightstep, which is deprecated`, repair: 'use a provider of type opentelemetry' };
    }
  },
});

const deprecatedNames = perSet(set => new Set(
  meshConfig(set).at('extensionProviders').items().filter(provider => provider.at('lightstep').isSet).map(provider => provider.at('name').text ?? ''),
));
