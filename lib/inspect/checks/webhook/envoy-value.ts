import type { Field } from '../../mesh/field';
import type { Judgement } from '../check';
import { broken } from './broken';
import { refusal, warning } from './webhook-rules';

export const envoyValueRules = {
  name: refusal('envoy-value-name', 'The name in the value of a patch is not a string.'),
  formerType: refusal('envoy-value-former-type', 'A patch uses a type of version 2 of Envoy\'s API, which proxies no longer support.'),
  untyped: warning('envoy-value-untyped', 'A patch adds something by name only, without a typed_config.'),
};

/** The places where something that is named needs a configuration with a type: of the value itself (empty), or within it. */
const TYPED: Readonly<Record<string, ReadonlyArray<readonly string[]>>> = {
  HTTP_FILTER: [[]],
  NETWORK_FILTER: [[]],
  LISTENER_FILTER: [[]],
  EXTENSION_CONFIG: [[]],
  FILTER_CHAIN: [['transport_socket'], ['transportSocket']],
  CLUSTER: [['transport_socket'], ['transportSocket'], ['cluster_type'], ['clusterType'], ['upstream_config'], ['upstreamConfig']],
};

/** What has nothing to do with types, though `@type` may stand there: free mappings. */
const FREE = new Set(['filter_metadata', 'filterMetadata']);

/**
 * What is said of the value of a patch. The webhook reads it by the schemas of Envoy; of that only what needs none of them is said here:
 * types of the former API, names that are no texts, and what has no configuration.
 */
export function* envoyValue(entry: Field): Judgement {
  const [applyTo, value] = [entry.at('applyTo').text ?? '', entry.at('patch', 'value')];
  const name = value.at('name');
  if (applyTo !== 'BOOTSTRAP' && name.isSet && name.text === undefined) {
    yield broken(envoyValueRules.name, name, 'the name is not a string', 'put it in quotes');
    return;
  }
  const former = [...typesIn(value)].filter(type => /^[^/]*\/envoy\..*\.v2(?:alpha\d*)?\./.test(type.text ?? ''));
  if (former.length > 0) {
    for (const type of former) {
      yield broken(envoyValueRules.formerType, type, `${type.text} is of version 2 of Envoy's API, which is no longer supported`, 'write the type of version 3');
    }
    return;
  }
  const places = Object.hasOwn(TYPED, applyTo) ? TYPED[applyTo] : [];
  for (const place of places.map(steps => value.at(...steps)).filter(field => field.isSet && !isTyped(field))) {
    yield broken(envoyValueRules.untyped, place, 'it has a name, but no typed_config', 'add typed_config with its @type');
  }
}

function isTyped(field: Field): boolean {
  return ['typed_config', 'typedConfig', 'config_discovery', 'configDiscovery'].some(name => field.at(name).isSet);
}

/** All `@type` at or beneath a place. What a TypedStruct holds is free. */
function* typesIn(field: Field): Generator<Field> {
  const type = field.at('@type');
  if (type.isSet) {
    yield type;
  }
  if (/\.TypedStruct$/.test(type.text ?? '')) {
    return;
  }
  for (const child of [...field.items(), ...field.entries().filter(([key]) => !FREE.has(key)).map(([, one]) => one)]) {
    yield* typesIn(child);
  }
}
