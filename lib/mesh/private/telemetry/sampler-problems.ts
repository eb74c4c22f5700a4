import { IConstruct } from 'constructs';
import type { OtlpIntent, SinksIntent, TraceSinkIntent, TracingIntent } from './telemetry-intent';
import { platformOf } from './wider-scopes';

/** Who says which share of requests is traced. */
export interface TracedScope {
  readonly construct: IConstruct;
  readonly place: string;
  readonly own: TracingIntent;
  /** widest first */
  readonly wider: readonly TracingIntent[];
  /** those that are named here */
  readonly named: readonly TraceSinkIntent[];
}

/** A share that nobody asks for: where a sink decides by itself which requests are traced, all that the mesh sees gets to it. */
export function samplerProblems({ construct, place, own, wider, named }: TracedScope): string[] {
  const sinks = platformOf(construct)?._install.sinks;
  const name = [...wider, own].map(({ sink }) => sink).filter(sink => sink !== undefined).at(-1) ?? sinks?.byDefault.traces[0];
  const sink = known(named, sinks).find(candidate => candidate.name === name);
  return sink === undefined || (sink.definition as OtlpIntent).sampler === undefined ? [] : [
    `${place}: the share of traced requests has no effect: the sampler of the sink "${name}" decides it. Leave out the share, or the sampler.`,
  ];
}

function known(named: readonly TraceSinkIntent[], sinks?: SinksIntent): readonly TraceSinkIntent[] {
  return [...named, ...sinks?.traces ?? []].filter(({ definition }) => definition !== undefined);
}
