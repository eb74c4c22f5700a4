import { Field } from './field';
import { meshConfig } from './mesh-config';
import { ObjectSet, perSet } from './object-set';
import { podsOf, variableValues } from './workload-containers';
import { allWorkloads, Workload, workloadsIn } from './workloads';

/** The environment that custom tags of traces name. */
export function taggedEnvironment(tags: Field): string | undefined {
  return KEYS.map(key => tags.at(key, 'literal', 'value').text).find(text => text !== undefined);
}

/** The environment for which pods of a namespace, or of all, say that they run; undefined where none says so or they differ. */
export function declaredEnvironment(set: ObjectSet, namespace?: string): string | undefined {
  const found = namespace === undefined ? ofAll(set) : new Set(workloadsIn(set, namespace).flatMap(environmentsOf));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The environment that the mesh config tags all traces with. */
export const meshEnvironment = perSet(set => taggedEnvironment(meshConfig(set).at('defaultConfig', 'tracing', 'customTags')));

export function isProduction(environment: string | undefined): boolean {
  return environment === 'production' || environment === 'prod';
}

const KEYS = ['environment', 'deployment.environment', 'deployment.environment.name'];

const ofAll = perSet(set => new Set(allWorkloads(set).flatMap(environmentsOf)));

function environmentsOf(workload: Workload): string[] {
  const pods = podsOf(workload);
  const attributes = variableValues(pods, 'OTEL_RESOURCE_ATTRIBUTES').flatMap(({ text = '' }) => text.split(','));
  return [
    ...variableValues(pods, 'ENV').map(({ text = '' }) => text),
    ...attributes.map(attribute => attribute.split('=', 2)).filter(([key]) => KEYS.includes(key.trim())).map(([, value = '']) => value.trim()),
  ];
}
