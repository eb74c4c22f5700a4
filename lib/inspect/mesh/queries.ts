import { isObject } from '../is-object';
import type { Field } from './field';
import type { Resource } from './resource';

/** A query in PromQL, and where it stands. */
export interface Query {
  readonly place: Field;
  readonly text: string;
}

const PLACES: Readonly<Record<string, (resource: Resource) => Field[]>> = {
  'monitoring.coreos.com/PrometheusRule': ({ spec }) => spec.at('groups').items().flatMap(group => group.at('rules').items()).map(rule => rule.at('expr')),
  'flagger.app/MetricTemplate': ({ spec }) => [spec.at('query')],
  'flagger.app/Canary': ({ spec }) => ['analysis', 'canaryAnalysis'].flatMap(key => spec.at(key, 'metrics').items()).map(metric => metric.at('query')),
  'argoproj.io/AnalysisTemplate': queriesOfAnalysis,
  'argoproj.io/ClusterAnalysisTemplate': queriesOfAnalysis,
};

const DASHBOARDS: Readonly<Record<string, (resource: Resource) => Field[]>> = {
  'ConfigMap': ({ root }) => root.at('data').entries().map(([, value]) => value),
  'grafana.integreatly.org/GrafanaDashboard': ({ spec }) => [spec.at('json')],
};

/** The kinds that hold queries of Prometheus. */
export const QUERY_KINDS: readonly string[] = [...Object.keys(PLACES), ...Object.keys(DASHBOARDS)];

/** The queries of Prometheus that an object holds: alerts, analyses, and the panels of dashboards that Grafana reads. */
export function queriesOf(resource: Resource): Query[] {
  const places = (PLACES[resource.kind]?.(resource) ?? []).filter(({ text }) => text !== undefined);
  const dashboards = (DASHBOARDS[resource.kind]?.(resource) ?? []).filter(({ text }) => text?.includes('"panels"') === true);
  return [
    ...places.map(place => ({ place, text: place.text! })),
    ...dashboards.flatMap(place => panelsOf(parsed(place.text!)).map(text => ({ place, text }))),
  ];
}

function queriesOfAnalysis({ spec }: Resource): Field[] {
  return spec.at('metrics').items().map(metric => metric.at('provider', 'prometheus', 'query'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The queries of the panels of a dashboard; rows hold further panels. */
function panelsOf(dashboard: unknown): string[] {
  const queries: string[] = [];
  for (const waiting = [dashboard]; waiting.length > 0;) {
    const one = waiting.pop();
    if (isObject(one)) {
      waiting.push(...[one.panels, one.rows].flatMap(list => (Array.isArray(list) ? list as unknown[] : [])));
      queries.push(...expressionsOf(one.targets));
    }
  }
  return queries;
}

function expressionsOf(targets: unknown): string[] {
  return Array.isArray(targets) ? targets.filter(isObject).map(({ expr }) => expr).filter(expr => typeof expr === 'string') : [];
}
