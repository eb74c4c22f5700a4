import type { InstallFile } from '../../../mesh/private/platform/install-intent';
import { IstioChart } from '../../istio-chart';
import { chartValues } from '../../render/chart-values';
import { istioOperator } from '../../render/istio-operator';
import type { IstioInstallation } from '../istio-installation';

export const OPERATOR_FILE = 'istio-operator.yaml';

/** The name of the file with the values of a chart. */
export function valuesFile(chart: IstioChart): string {
  return `${chart}-values.yaml`;
}

/** What Helm reads, a file for each chart, and what `istioctl install -f` reads: both say the same. */
export function installFiles(installation: IstioInstallation): readonly InstallFile[] {
  return [
    ...Object.values(IstioChart).map((chart): InstallFile => ({
      name: valuesFile(chart),
      content: (intent, place) => chartValues(chart, intent, installation, place),
    })),
    { name: OPERATOR_FILE, content: (intent, place) => istioOperator(intent, installation, place) },
  ];
}
