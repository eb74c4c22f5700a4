import { isObject } from '../../is-object';
import { Deviation, deviations, fieldsOf, ownersOf, UnknownField } from '../../mesh/config-message';
import type { Field } from '../../mesh/field';
import { MESH_CONFIG_KINDS, meshConfigIn, meshConfigText } from '../../mesh/mesh-config';
import { meshNetworksText } from '../../mesh/mesh-networks';
import { isOwned } from '../../mesh/pods';
import { PROXY_CONFIG_ANNOTATION, proxyConfigIn } from '../../mesh/proxy-configs';
import { workloadOf, WORKLOAD_KINDS } from '../../mesh/workloads';
import type { DocumentProblem } from '../../model/document-problem';
import { readDocument } from '../../model/read-document';
import { nearlySpelled } from '../../nearest';
import { defineCheck, Problem } from '../check';
import type { KnownProblem } from '../draft';
import { meshRule } from './mesh-rule';

const unknownMeshConfigField = meshRule('MESH084', 'warning', [
  'unknown-mesh-config-field',
  'The mesh config or a proxy config annotation has a field unknown to Istio, or the mesh config has a duplicate field or cannot be read.',
]);

/** Fields of the mesh config that istiod drops without a word. Of tracers MESH009 speaks, and of values that are none IST0106, or IST0125 of pods. */
export const unknownMeshConfigFieldCheck = defineCheck({
  rules: [unknownMeshConfigField],
  kinds: MESH_CONFIG_KINDS,
  * judge(resource) {
    const config = meshConfigIn(resource)?.config;
    yield* asText(meshConfigText(resource), 'the mesh config cannot be read, and istiod ignores it');
    yield* asText(meshNetworksText(resource), 'the mesh networks cannot be read, and istiod ignores them');
    yield* isObject(config?.value) ? unknownFields('MeshConfig', config) : [];
  },
});

/** The same of what pods say of their own proxies. */
export const unknownProxyConfigFieldCheck = defineCheck({
  rules: [unknownMeshConfigField],
  kinds: WORKLOAD_KINDS,
  fields: [PROXY_CONFIG_ANNOTATION],
  * judge(resource, { set }) {
    const config = proxyConfigIn(resource);
    yield* config === undefined || isOwned(set, workloadOf(resource)) ? [] : unknownFields('ProxyConfig', config);
  },
});

/** For a text that is no mapping istiod keeps what it had, or starts with its defaults. Of two equal keys it takes the last. */
function asText(place: Field | undefined, message: string): KnownProblem[] {
  const { value, problems } = readDocument(place?.text ?? '');
  const isNothing = problems.length === 0 && (value === undefined || value === null);
  if (place === undefined || isNothing) {
    return [];
  }
  return isObject(value) ? problems.map(problem => twice(place, problem)) : [unreadable(place, message, problems.find(({ kind }) => kind !== 'duplicate-key'))];
}

function twice({ path }: Field, { path: key, offset, message, repair }: DocumentProblem): KnownProblem {
  return { rule: unknownMeshConfigField, path: [...path, ...key], within: offset, message, repair };
}

function unreadable({ path }: Field, message: string, { offset, message: reason, repair }: Partial<DocumentProblem> = {}): KnownProblem {
  return {
    rule: unknownMeshConfigField,
    path,
    within: offset,
    message: `${message}: ${reason ?? 'it is not a mapping'}`,
    repair: repair ?? 'fix the text',
    severity: 'error',
  };
}

/** What MESH009 judges: whole messages, and fields that Istio once had. */
const JUDGED_MESSAGES = new Set(['Tracing', 'MeshConfigExtensionProviderOpenTelemetryTracingProvider']);
const JUDGED_FIELDS = new Set(['opencensus', 'lightstep']);

function isUnknown(deviation: Deviation): deviation is UnknownField {
  const { kind } = deviation;
  return kind === 'field' && !JUDGED_MESSAGES.has(deviation.message) && !(deviation.message === 'MeshConfigExtensionProvider' && JUDGED_FIELDS.has(deviation.name));
}

function unknownFields(root: string, config: Field): Problem[] {
  return [...deviations(root, config)].filter(isUnknown).map(field => unknown(field, root));
}

/** @param root the message that is written as a whole */
function unknown({ place, message, name }: UnknownField, root: string): Problem {
  const known = fieldsOf(message);
  const key = String(place.key);
  const [meant] = nearlySpelled(key, known, 1);
  return {
    rule: unknownMeshConfigField,
    path: place.path,
    message: `unknown field ${key}: Istio drops it silently`,
    ...(known.length <= FEW ? { expected: known.join(', ') } : {}),
    repair: meant === undefined ? elsewhere(root, name) : `write ${meant} if that is what you meant, or remove it`,
  };
}

/** How many names are shown. */
const FEW = 12;

function elsewhere(root: string, name: string): string {
  const [owner, ...others] = ownersOf(root, name);
  if (owner !== undefined && others.length === 0) {
    return `move it to ${owner} if that is what you meant, or remove it`;
  }
  return root === 'ProxyConfig' && fieldsOf('MeshConfig').includes(name) ? 'move it to the mesh config, where it applies to all pods, or remove it' : 'correct the name, or remove it';
}
