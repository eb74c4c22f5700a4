import { Duration } from 'cdk8s';
import type { MeshConfig } from '../../../../imports/istio-mesh-config';
import { MESH_CONFIG_ENUMS, MESH_CONFIG_FIELDS, MeshConfigField } from '../../../../imports/istio-mesh-config-fields';
import { meantWord } from '../../../mesh/private/meant-word';
import type { IstioRelease } from '../../istio-release';
import { isSettings, Settings } from './settings';

/**
 * The mesh configuration as Istio reads it. What Istio does not know it ignores without a word, so that a program without types is told here.
 *
 * @throws on what Istio does not know, or not yet, and where it takes one of several
 */
export function wireMeshConfig(config: MeshConfig, release: IstioRelease, place: string): Settings {
  return message('MeshConfig', config, { release, place, path: '' });
}

/** Where in the configuration one is. */
interface Spot {
  readonly release: IstioRelease;
  readonly place: string;
  readonly path: string;
}

function message(type: string, value: unknown, spot: Spot): Settings {
  if (!isSettings(value)) {
    throw problem(spot, `is ${JSON.stringify(value)}, but Istio expects an object. Use { ${Object.keys(MESH_CONFIG_FIELDS[type])[0] ?? ''} }.`);
  }
  const said = Object.entries(value).filter(([, part]) => part !== undefined);
  requireOneOf(type, said.map(([name]) => name), spot);
  return Object.fromEntries(said.map(([name, part]) => [name, field(type, name, part, at(spot, name))]));
}

function field(owner: string, name: string, value: unknown, spot: Spot): unknown {
  const fields = MESH_CONFIG_FIELDS[owner];
  if (!Object.hasOwn(fields, name)) {
    throw problem(spot, `is unknown to Istio, which would ignore it. ${meantWord(name, Object.keys(fields))}`);
  }
  requireRelease(`${owner}.${name}`, spot);
  const { type, list = false, map = false }: MeshConfigField = fields[name];
  if (list) {
    return listOf(value, spot).map((member, index) => single(type, member, { ...spot, path: `${spot.path}[${index}]` }));
  }
  return map ? mapOf(value, spot, (member, inner) => single(type, member, inner)) : single(type, value, spot);
}

function single(type: string, value: unknown, spot: Spot): unknown {
  if (Object.hasOwn(MESH_CONFIG_FIELDS, type)) {
    return message(type, value, spot);
  }
  const values = MESH_CONFIG_ENUMS[type];
  if (values !== undefined && !values.includes(value as string)) {
    throw problem(spot, `is ${JSON.stringify(value)}, expected one of ${values.join(', ')}. Use one of them.`);
  }
  return values === undefined ? scalar(type, value, spot) : value;
}

function scalar(type: string, value: unknown, spot: Spot): unknown {
  if (type === 'duration') {
    return durationText(value, spot);
  }
  const { words, takes } = SCALARS[type] ?? { words: `a ${type}`, takes: (one: unknown) => typeof one === type };
  if (!takes(value)) {
    throw problem(spot, `is ${JSON.stringify(value)}, but Istio expects ${words}. Use one.`);
  }
  return value;
}

const INTEGER = { words: 'a whole number', takes: Number.isInteger };

const SCALARS: Readonly<Record<string, { readonly words: string; readonly takes: (value: unknown) => boolean }>> = {
  any: { words: 'an object', takes: isSettings }, int32: INTEGER, int64: INTEGER, uint32: INTEGER,
};

/** In seconds, since not all that reads this file knows `1500ms`. */
function durationText(value: unknown, spot: Spot): string {
  if (!isSettings(value) || typeof value.toMilliseconds !== 'function') {
    throw problem(spot, `is ${JSON.stringify(value)}, expected a Duration. Use one such as Duration.seconds(10).`);
  }
  return `${(value as unknown as Duration).toMilliseconds() / 1000}s`;
}

function listOf(value: unknown, spot: Spot): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw problem(spot, `is ${JSON.stringify(value)}, but Istio expects a list. Put it into [ ].`);
  }
  return value;
}

function mapOf(value: unknown, spot: Spot, each: (member: unknown, spot: Spot) => unknown): Settings {
  if (!isSettings(value)) {
    throw problem(spot, `is ${JSON.stringify(value)}, but Istio expects names with values. Put it into { }.`);
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, each(member, at(spot, name))]));
}

function requireOneOf(type: string, said: readonly string[], spot: Spot): void {
  const fields = MESH_CONFIG_FIELDS[type];
  for (const choice of new Set(Object.values(fields).flatMap(({ oneOf }) => oneOf === undefined ? [] : [oneOf]))) {
    const rivals = said.filter(name => fields[name]?.oneOf === choice);
    if (rivals.length > 1) {
      throw problem(spot, `has ${rivals.join(' and ')}, but Istio accepts only one of them. Leave out all but one.`);
    }
  }
}

/** What came with a release that somebody may not have yet; of most fields it is not known, they are all that Istio 1.30 has. */
const SINCE: Readonly<Record<string, string>> = {
  'MeshConfigExtensionProviderEnvoyFileAccessLogProvider.omitEmptyValues': '1.26',
  'MeshConfigExtensionProviderOpenTelemetryTracingProvider.serviceAttributeEnrichment': '1.30',
  'MeshConfigExtensionProviderZipkinTracingProvider.headers': '1.29',
  'MeshConfigExtensionProviderZipkinTracingProvider.timeout': '1.29',
  'MeshConfigExtensionProviderZipkinTracingProvider.traceContextOption': '1.28',
};

function requireRelease(name: string, spot: Spot): void {
  const since = SINCE[name];
  if (since !== undefined && Number(since.slice(2)) > Number(spot.release.slice(2))) {
    throw problem(spot, `came with Istio ${since}, but the mesh is Istio ${spot.release}. Leave it out, or use Istio.mesh({ release: IstioRelease.V${since.replace('.', '_')} }).`);
  }
}

function at(spot: Spot, name: string): Spot {
  return { ...spot, path: spot.path === '' ? name : `${spot.path}.${name}` };
}

function problem({ place, path }: Spot, text: string): Error {
  return new Error(`${place}: ${path === '' ? 'it' : path} ${text}`);
}
