import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { isMeshConfigKnown, MESH_CONFIG_KINDS, meshConfig, meshConfigIn } from '../../mesh/mesh-config';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { PROVIDER_KINDS, PROVIDER_TASKS, providerKind, ProviderTask } from '../../mesh/provider-kinds';
import type { Resource } from '../../mesh/resource';
import { nameMeant } from '../../nearest';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const telemetryProvider = meshRule(
  'MESH007', 'error', ['telemetry-provider', 'A telemetry provider is undefined, or does not support what it is used for.'],
);

const TELEMETRY = 'telemetry.istio.io/Telemetry';

/** Providers that Telemetry and the defaults of the mesh name. */
export const telemetryProviderCheck = defineCheck({
  rules: [telemetryProvider],
  kinds: [TELEMETRY, ...MESH_CONFIG_KINDS],
  * judge(resource, { set }) {
    for (const task of PROVIDER_TASKS) {
      yield* namesIn(resource, task).map(place => problemOf(set, task, place)).filter(problem => problem !== undefined);
    }
  },
});

function namesIn(resource: Resource, task: ProviderTask): Field[] {
  const names = resource.kind === TELEMETRY
    ? resource.spec.at(task).items().flatMap(entry => entry.at('providers').items()).map(provider => provider.at('name'))
    : meshConfigIn(resource)?.config.at('defaultProviders', task).items() ?? [];
  return names.filter(({ text }) => text !== undefined && text !== '');
}

/** What is there without being written. */
const BUILT_IN: Readonly<Record<string, string>> = { prometheus: 'prometheus', stackdriver: 'stackdriver', envoy: 'envoyFileAccessLog' };

function problemOf(set: ObjectSet, task: ProviderTask, place: Field): Problem | undefined {
  const name = place.text!;
  const known = kindsOf(set);
  if (!known.has(name)) {
    return isOfDemo(set, name) ? undefined : undefinedProvider(set, task, place);
  }
  const kind = known.get(name);
  const able: readonly string[] = PROVIDER_KINDS[task];
  return isAble(kind, task) ? undefined : {
    rule: telemetryProvider,
    path: place.path,
    message: `the provider ${name} is of type ${kind}, which does not support ${task}`,
    repair: `name a provider of one of the types ${able.slice(0, -1).join(', ')} or ${able.at(-1)!}`,
  };
}

const LOST: Readonly<Record<ProviderTask, string>> = { tracing: 'tracing is disabled', metrics: 'metrics are disabled', accessLogging: 'access logging is disabled' };

function undefinedProvider(set: ObjectSet, task: ProviderTask, place: Field): Problem {
  return {
    rule: telemetryProvider,
    path: place.path,
    ...(isMeshConfigKnown(set) ? {
      message: `no provider ${place.text} is defined in the mesh config of the input, so ${LOST[task]} silently`,
      repair: repairOf(place.text!, namesOf(set)[task]),
      severity: 'error',
    } : {
      message: `the input has no mesh config, and Istio's default has no provider ${place.text}: unless yours defines it, ${LOST[task]} silently`,
      repair: `pass the mesh config with --mesh-config, and define ${place.text} in its extensionProviders`,
      severity: 'warning',
    }),
  };
}

function repairOf(name: string, known: readonly string[]): string {
  const meant = nameMeant(name, known);
  if (meant !== undefined) {
    return `write ${meant} if that is what you meant`;
  }
  return `define ${name} in extensionProviders of the mesh config${known.length === 0 ? '' : `, or name ${known.length === 1 ? known[0] : `one of ${listed(known, 10)}`}`}`;
}

const kindsOf = perSet((set): ReadonlyMap<string, string | undefined> => new Map([
  ...Object.entries(BUILT_IN),
  ...meshConfig(set).at('extensionProviders').items().map(provider => [provider.at('name').text ?? '', providerKind(provider)] as const),
]));

/** Whether providers of a kind can do something, as far as that is known. */
function isAble(kind: string | undefined, task: ProviderTask): boolean {
  return kind === undefined || (PROVIDER_KINDS[task] as readonly string[]).includes(kind);
}

/** The providers that can do something. */
const namesOf = perSet(set => {
  const providers = [...kindsOf(set)];
  const namesFor = (task: ProviderTask): readonly string[] => providers.filter(([, kind]) => isAble(kind, task)).map(([name]) => name);
  return { tracing: namesFor('tracing'), metrics: namesFor('metrics'), accessLogging: namesFor('accessLogging') };
});

/** The providers that the profile `demo` defines. */
const OF_DEMO = new Set(['otel', 'skywalking', 'otel-tracing', 'jaeger']);

function isOfDemo(set: ObjectSet, name: string): boolean {
  return OF_DEMO.has(name) && installsDemo(set);
}

const installsDemo = perSet(set => (
  set.of('install.istio.io/IstioOperator').some(({ spec }) => spec.at('profile').text === 'demo')
  || set.of('HelmValues').some(({ root }) => root.at('profile').text === 'demo')
));
