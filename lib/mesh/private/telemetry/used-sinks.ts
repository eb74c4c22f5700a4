import { IConstruct } from 'constructs';
import { Mesh } from '../../mesh';
import { SeenHostIntent, seenHost } from '../access/callee-intent';
import type { KnownSinks, LogSinkIntent, TraceSinkIntent } from './telemetry-intent';
import { platformOf } from './wider-scopes';

/** A sink that somebody names. */
export interface UsedSink {
  readonly kind: keyof KnownSinks;
  readonly sink: LogSinkIntent | TraceSinkIntent;
}

const WORDS = { traces: 'addTraceSink', logs: 'addLogSink' } as const;

/** A sink of which the mesh does not know turns off traces, and nobody is told. */
export function sinkProblems(construct: IConstruct, place: string, used: readonly UsedSink[]): string[] {
  const platform = platformOf(construct);
  if (platform === undefined || used.length === 0) {
    return [];
  }
  const known = Mesh.of(construct)._provider.telemetry.knownSinks(platform._install, place);
  return used.flatMap(({ kind, sink: { name, definition } }) => {
    const names = [...known[kind].keys()];
    if (!names.includes(name)) {
      const list = names.map(other => `"${other}"`).join(', ') || 'none';
      return [`${place}: provider "${name}" not defined: "${platform.node.path}" defines no sink for ${kind} with this name, so there would be none. Known sinks for ${kind}: ${list}. Define it there: ${WORDS[kind]}.`];
    }
    const defined = platform._install.sinks?.[kind].find(sink => sink.name === name)?.definition;
    const differs = definition !== undefined && defined !== undefined && JSON.stringify(definition) !== JSON.stringify(defined);
    return differs ? [`${place}: has the sink "${name}" with different options than "${platform.node.path}", where it is defined. Create one value, and use it in both places.`] : [];
  });
}

interface Named {
  readonly own: readonly UsedSink[];
  readonly wider: readonly UsedSink[];
}

/** The hosts of sinks, as proxies have to know them. @throws when somebody names one of which nobody knows the host */
export function knownHosts(construct: IConstruct, place: string, { own, wider }: Named): readonly SeenHostIntent[] {
  const platform = platformOf(construct);
  const known = platform && Mesh.of(construct)._provider.telemetry.knownSinks(platform._install, place);
  const lost = own.find(({ kind, sink }) => kind === 'traces' && sink.host === undefined && known?.traces.get(sink.name) === undefined);
  if (lost !== undefined) {
    throw new Error(`${place}: may call only what it names, but the host of the sink "${lost.sink.name}", which its proxies need, is not known here. Use TraceSink.fromName("${lost.sink.name}", { host: "..." }).`);
  }
  const hosts = [
    ...[...own, ...wider].flatMap(({ sink }) => [sink.host, samplerHost(sink)]), ...platform?._install.sinks?.traces.map(samplerHost) ?? [],
    ...known?.traces.values() ?? [], ...known?.logs.values() ?? [],
  ].filter(host => host !== undefined);
  return [...new Set(hosts)].map(seenHost);
}

/** Proxies ask the sampler themselves. */
export function samplerHost({ definition }: LogSinkIntent | TraceSinkIntent): string | undefined {
  return definition !== undefined && 'sampler' in definition ? definition.sampler?.api?.address.host : undefined;
}
