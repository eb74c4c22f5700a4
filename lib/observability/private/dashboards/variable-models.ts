import { ObservedSide } from '../../../mesh/observed-side';
import { DashboardVariable } from '../../dashboard-variable';
import { MetricName } from '../../metric-name';
import { reporter } from '../queries/istio-labels';
import { Matcher, series } from '../queries/promql';

/** What the reader chooses at the top of a dashboard: the Prometheus, and then, each among what the former leaves. */
export function variableModels(variables: readonly DashboardVariable[]): object[] {
  return [
    { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus', refresh: 1, hide: 0, includeAll: false, multi: false, options: [], regex: '', skipUrlSync: false },
    ...ORDER.filter(variable => variables.includes(variable)).map(variable => queryModel(variable, variables)),
  ];
}

const ORDER = [DashboardVariable.NAMESPACE, DashboardVariable.SERVICE, DashboardVariable.WORKLOAD];

function queryModel(variable: DashboardVariable, all: readonly DashboardVariable[]): object {
  return {
    name: variable,
    label: variable[0].toUpperCase() + variable.slice(1),
    type: 'query',
    datasource: { type: 'prometheus', uid: '${datasource}' },
    query: { query: `label_values(${choices(variable, all)})`, refId: variable },
    // Anew with the time that is shown: what was there then is to be chosen.
    refresh: 2,
    sort: 1,
    hide: 0,
    includeAll: true,
    allValue: '.+',
    multi: false,
    options: [],
    regex: '',
    skipUrlSync: false,
  };
}

function choices(variable: DashboardVariable, all: readonly DashboardVariable[]): string {
  const end = all.includes(DashboardVariable.SERVICE) ? 'destination_service' : 'destination_workload';
  const label = { namespace: `${end}_namespace`, service: 'destination_service_name', workload: 'destination_workload' }[variable];
  const within: readonly Matcher[] = variable !== DashboardVariable.NAMESPACE && all.includes(DashboardVariable.NAMESPACE) ? [[`${end}_namespace`, '=~', '$namespace']] : [];
  return `${series(MetricName.ISTIO_REQUESTS, [reporter(ObservedSide.SERVER, true), ...within])}, ${label}`;
}
