import { isObject } from '../is-object';
import { readDocument } from '../model/read-document';
import { Field } from './field';
import { perSet } from './object-set';
import type { Resource } from './resource';

/** A mesh config that an object of the input holds, so that what is wrong with it can be said where it stands. */
export interface MeshConfigSource {
  readonly resource: Resource;
  readonly config: Field;
}

const HELM_RELEASE = 'helm.toolkit.fluxcd.io/HelmRelease';

/** The kinds that can hold a mesh config, the weakest first: `MeshConfig` is what was handed in as a file of its own. */
export const MESH_CONFIG_KINDS: readonly string[] = ['ConfigMap', HELM_RELEASE, 'HelmValues', 'install.istio.io/IstioOperator', 'MeshConfig'];

/** The mesh config that an object holds, if it is of a kind that does. */
export function meshConfigIn(resource: Resource): MeshConfigSource | undefined {
  const config = placeOfConfig(resource);
  return config?.isSet === true ? { resource, config } : undefined;
}

/** The mesh configs of the input, the weakest first: what is installed last wins. */
export const meshConfigSources = perSet((set): readonly MeshConfigSource[] => (
  set.of(...MESH_CONFIG_KINDS).map(meshConfigIn).filter(source => source !== undefined)
));

/** The mesh config that holds: Istio's defaults, overlaid by those of the input and by the file that was handed in. */
export const meshConfig = perSet((set): Field => (
  Field.root(meshConfigSources(set).map(({ config }) => config.value).filter(isObject).reduce<Mapping>(overlay, DEFAULTS))
));

/** Whether somebody said what the mesh config is, so that the defaults are not all that is known. */
export const isMeshConfigKnown = perSet(set => meshConfigSources(set).length > 0);

/** The namespace whose policies hold for the whole mesh. */
export const rootNamespace = perSet(set => meshConfig(set).at('rootNamespace').text ?? 'istio-system');

type Mapping = Readonly<Record<string, unknown>>;

const DEFAULTS: Mapping = {
  rootNamespace: 'istio-system',
  ingressControllerMode: 'STRICT',
  trustDomain: 'cluster.local',
  defaultProviders: {},
  defaultConfig: { proxyMetadata: {} },
  extensionProviders: [
    { name: 'prometheus', prometheus: {} },
    { name: 'stackdriver', stackdriver: {} },
    { name: 'envoy', envoyFileAccessLog: { path: '/dev/stdout' } },
  ],
};

function placeOfConfig(resource: Resource): Field | undefined {
  const { kind, root, spec } = resource;
  switch (kind) {
    case 'MeshConfig': return root;
    case 'HelmValues': return root.at('meshConfig');
    case HELM_RELEASE: return spec.at('chart', 'spec', 'chart').text === 'istiod' ? spec.at('values', 'meshConfig') : undefined;
    case 'ConfigMap': return parsed(meshConfigText(resource));
    default: return spec.at('meshConfig');
  }
}

/** Where a ConfigMap holds a mesh config as text. */
export function meshConfigText({ kind, name, root }: Resource): Field | undefined {
  return kind === 'ConfigMap' && /^istio(-|$)/.test(name) ? root.at('data', 'mesh') : undefined;
}

function parsed(place: Field | undefined): Field | undefined {
  return place?.text === undefined ? undefined : place.holding(readDocument(place.text).value);
}

/** As istiod does: `defaultConfig` and its metadata field by field, providers by name, all else as a whole. */
function overlay(below: Mapping, above: Mapping): Mapping {
  const merged: Record<string, unknown> = { ...below, ...above };
  merged.defaultConfig = overlayMappings(below.defaultConfig, above.defaultConfig, ['proxyMetadata']);
  merged.extensionProviders = overlayProviders(below.extensionProviders, above.extensionProviders);
  return merged;
}

function overlayMappings(below: unknown, above: unknown, deeper: readonly string[] = []): Mapping {
  const [lower, upper] = [below, above].map(value => (isObject(value) ? value : {}));
  return { ...lower, ...upper, ...Object.fromEntries(deeper.map(key => [key, overlayMappings(lower[key], upper[key])])) };
}

function overlayProviders(below: unknown, above: unknown): readonly unknown[] {
  const [lower, upper] = [below, above].map(list => (Array.isArray(list) ? list.filter(isObject) : []));
  const names = new Set(upper.map(({ name }) => name));
  return [...lower.filter(({ name }) => !names.has(name)), ...upper];
}
