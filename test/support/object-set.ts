import { wholeSet } from '../../lib/inspect/mesh/input-resources';
import type { ObjectSet, SetSettings } from '../../lib/inspect/mesh/object-set';
import { readInput } from '../../lib/inspect/model/input';
import type { KubeObject } from '../../lib/inspect/model/kube-object';
import { SourceFile } from '../../lib/inspect/model/source-file';
import { YamlDocument } from '../../lib/inspect/model/yaml-document';
import { SchemaStore } from '../../lib/inspect/schema/schema-store';

/** What is said of a set in a test; mesh config and networks as plain values. */
export interface SetInTest {
  readonly complete?: boolean;
  readonly assumed?: readonly string[];
  readonly meshConfig?: object;
  readonly meshNetworks?: object;
  readonly clusters?: SetSettings['clusters'];
}

export const testSchemas = SchemaStore.at('imports/schemas');

/** The objects of YAML as a set, in the namespace `shop` where they name none. */
export function objectSet(yaml: string, settings: SetInTest = {}): ObjectSet {
  const input = readInput([new SourceFile('shop.yaml', yaml)]);
  return wholeSet(input, { schemas: testSchemas, defaultNamespace: 'shop' }, setSettings(settings));
}

/** Settings as a command line gives them. */
export function setSettings({ complete = false, assumed = [], meshConfig, meshNetworks, clusters }: SetInTest): SetSettings {
  return {
    complete,
    assumed,
    clusters,
    meshConfig: settingsFile('mesh.yaml', meshConfig),
    meshNetworks: settingsFile('networks.yaml', meshNetworks),
  };
}

function settingsFile(name: string, settings: object | undefined): KubeObject | undefined {
  if (settings === undefined) {
    return undefined;
  }
  const file = new SourceFile(name, JSON.stringify(settings));
  const document = new YamlDocument(file, { start: 0, end: file.text.length, behindMarker: false });
  return { value: document.value as KubeObject['value'], document, path: [] };
}
