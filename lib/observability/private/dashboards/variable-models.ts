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

/** Requests, and connections: to a database nobody sends requests that the mesh would see. */
const SEEN: Matcher = ['__name__', '=~', `${MetricName.ISTIO_REQUESTS}|${MetricName.ISTIO_TCP_OPENED}`];

function choices(variable: DashboardVariable, all: readonly DashboardVariable[]): string {
  const ofServices = all.includes(DashboardVariable.SERVICE);
  const end = ofServices ? 'destination_service' : 'destination_workload';
  const label = { namespace: `${end}_namespace`, service: 'destination_service', workload: 'destination_workload' }[variable];
  const within: readonly Matcher[] = variable !== DashboardVariable.NAMESPACE && all.includes(DashboardVariable.NAMESPACE) ? [[`${end}_namespace`, '=~', '$namespace']] : [];
  // Of a host outside, and of a service without proxies, only callers know; but not by which workload they are served.
  const known = ofServices ? [] : [reporter(ObservedSide.SERVER, true)];
  return `${series('', [SEEN, ...known, ...within])}, ${label}`;
}
