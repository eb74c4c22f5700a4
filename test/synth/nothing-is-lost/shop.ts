import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { MeshApp } from '../../../lib';

/** Two states of one program, so that rendering the one over the other writes, leaves and removes files and folders. */
export type Edition = 'old' | 'new';

export interface ShopProps {
  readonly outdir: string;
  /** How many services each edition has; the editions share half of them. */
  readonly services: number;
}

/** A shop with a folder for each of its services, and the same again in an environment. */
export function shop(edition: Edition, { outdir, services }: ShopProps): MeshApp {
  const app = new MeshApp({ outdir, yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
  const first = edition === 'old' ? 0 : services / 2;
  for (const scope of [app.environment('dev'), app]) {
    for (let number = first; number < first + services; number += 1) {
      addService(scope, number, edition);
    }
  }
  return app;
}

/** Of the shared services, every second one is the same in both editions. */
function addService(scope: Construct, number: number, edition: Edition): void {
  const chart = new Chart(scope, `service-${number}`, { namespace: `shop-${number}` });
  configMap(chart, 'settings', { edition: number % 2 === 0 ? 'any' : edition.repeat(1000) });
  configMap(chart, `of-${edition}`, { edition });
}

function configMap(chart: Chart, name: string, data: unknown): void {
  new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}
