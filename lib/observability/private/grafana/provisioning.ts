import { Yaml } from 'cdk8s';
import type { ICaller } from '../../../mesh/caller';
import type { ServerAddress } from '../../server-address';

/** Where Grafana takes what it shows. */
export interface DataSourceIntent {
  readonly type: string;
  readonly name: string;
  /** by which dashboards find it */
  readonly uid: string;
  readonly address: ServerAddress;
  readonly isDefault: boolean;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The file that tells Grafana its data sources, which let it in. Nobody changes them in a browser. */
export function dataSourcesFile(sources: readonly DataSourceIntent[], grafana: ICaller): string {
  return Yaml.stringify({
    apiVersion: 1,
    prune: true,
    datasources: sources.map(({ type, name, uid, address, isDefault, settings }) => ({
      name, uid, type, access: 'proxy', url: address._for(grafana), isDefault, editable: false, jsonData: settings,
    })),
  });
}

/** The file that tells Grafana to show all dashboards that lie in a folder, or below it. */
export function dashboardsFile(folder: string): string {
  return Yaml.stringify({
    apiVersion: 1,
    providers: [{ name: 'mesh', folder: 'Mesh', type: 'file', disableDeletion: true, allowUiUpdates: false, options: { path: folder } }],
  });
}
