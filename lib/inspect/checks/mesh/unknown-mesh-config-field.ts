import { MESH_CONFIG_ENUMS, MESH_CONFIG_FIELDS, MeshConfigField } from '../../../../imports/istio-mesh-config-fields';
import { isObject } from '../../is-object';
import type { Field } from '../../mesh/field';
import { MESH_CONFIG_KINDS, meshConfigIn, meshConfigText } from '../../mesh/mesh-config';
import { readDocument } from '../../model/read-document';
import { nearest, nearlySpelled } from '../../nearest';
import { defineCheck, Judgement, Problem } from '../check';
import { meshRule } from './mesh-rule';

const unknownMeshConfigField = meshRule(
  'MESH084', 'warning', ['unknown-mesh-config-field', 'The mesh config has a field that Istio does not know, or a value that the field does not take, or cannot be read.'],
);

/** Fields of the mesh config that istiod drops without a word. Of tracers another rule speaks. */
export const unknownMeshConfigFieldCheck = defineCheck({
  rules: [unknownMeshConfigField],
  kinds: MESH_CONFIG_KINDS,
  * judge(resource) {
    const config = meshConfigIn(resource)?.config;
    yield* isObject(config?.value) ? message('MeshConfig', config) : unreadable(meshConfigText(resource));
  },
});

/** A text that is no mapping: istiod keeps the mesh config that it had, or starts with its defaults. */
function unreadable(place: Field | undefined): Problem[] {
  const { value, problems } = readDocument(place?.text ?? '');
  const isNothing = problems.length === 0 && (value === undefined || value === null);
  return place === undefined || isNothing || isObject(value) ? [] : [{
    rule: unknownMeshConfigField,
    path: place.path,
    message: `the mesh config cannot be read, and istiod does without it: ${problems.at(0)?.message ?? 'it is no mapping'}`,
    repair: 'mend the text',
    severity: 'error',
  }];
}

/** What MESH009 judges: whole messages, and fields that Istio once had. */
const JUDGED_MESSAGES = new Set(['Tracing', 'MeshConfigExtensionProviderOpenTelemetryTracingProvider']);
const JUDGED_FIELDS = new Set(['opencensus', 'lightstep']);

function* message(type: string, place: Field): Judgement {
  const fields = MESH_CONFIG_FIELDS[type];
  for (const [key, field] of place.entries()) {
    const name = Object.hasOwn(fields, key) ? key : camelCase(key);
    if (Object.hasOwn(fields, name)) {
      yield* values(fields[name], field);
    } else if (!JUDGED_MESSAGES.has(type) && !(type === 'MeshConfigExtensionProvider' && JUDGED_FIELDS.has(name))) {
      yield unknown(key, field, type);
    }
  }
}

function unknown(key: string, { path }: Field, type: string): Problem {
  const known = Object.keys(MESH_CONFIG_FIELDS[type]);
  const [meant] = nearlySpelled(key, known, 1);
  const [owner, ...others] = ownersOf(camelCase(key));
  const elsewhere = owner === undefined || others.length > 0 ? 'correct the name, or remove it' : `write it to ${owner}, if that is meant, or remove it`;
  return {
    rule: unknownMeshConfigField,
    path,
    message: `Istio knows no ${key} there, and drops it without a word`,
    ...(known.length <= FEW ? { expected: known.join(', ') } : {}),
    repair: meant === undefined ? elsewhere : `write ${meant}, if that is meant, or remove it`,
  };
}

/** How many names are shown. */
const FEW = 12;

/** The fields of the mesh config itself that have a field of this name: what was written a step too high. */
function ownersOf(name: string): string[] {
  const messages = Object.entries(MESH_CONFIG_FIELDS.MeshConfig)
    .filter(([, { type, list, map }]) => isMessage(type) && list !== true && map !== true);
  return messages.filter(([, { type }]) => Object.hasOwn(MESH_CONFIG_FIELDS[type], name)).map(([owner]) => owner);
}

function isMessage(type: string): boolean {
  return Object.hasOwn(MESH_CONFIG_FIELDS, type);
}

function* values({ type, list, map }: MeshConfigField, field: Field): Judgement {
  const places = list === true ? field.items() : map === true ? field.entries().map(([, place]) => place) : [field];
  for (const place of places) {
    yield* isMessage(type) ? message(type, place) : choice(type, place);
  }
}

function* choice(type: string, { text, path, key }: Field): Judgement {
  const known = Object.hasOwn(MESH_CONFIG_ENUMS, type) ? MESH_CONFIG_ENUMS[type] : undefined;
  if (known !== undefined && text !== undefined && !known.includes(text)) {
    const [meant] = nearest(text, known, 1);
    yield {
      rule: unknownMeshConfigField,
      path,
      message: `${key} has no value ${text}, and Istio does not take it`,
      expected: known.join(', '),
      repair: meant === undefined ? 'write one of these values' : `write ${meant}, if that is meant`,
    };
  }
}

/** Messages may be written with the names of their definition, too: `access_log_file`. */
function camelCase(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
