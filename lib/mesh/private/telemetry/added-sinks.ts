import { compareTexts } from '../compare-texts';
import type { LogSinkIntent, SinksIntent, TraceSinkIntent } from './telemetry-intent';

/** A sink that the mesh is to know of. */
export interface NewSink {
  readonly trace?: TraceSinkIntent;
  readonly log?: LogSinkIntent;
  readonly byDefault?: boolean;
  /** whether it is said that it is defined here; otherwise it may be known by its name */
  readonly isNew?: boolean;
}

const NONE: SinksIntent = { traces: [], logs: [], byDefault: { traces: [], logs: [] } };

/** What the installer is told of sinks, with one more. @throws when another has its name, or there is nothing to tell of it */
export function addedSinks(sinks: SinksIntent = NONE, added: NewSink, place: string): SinksIntent {
  const { trace, log, byDefault = false } = added;
  requireNews(sinks, added, place);
  return {
    traces: withOne(sinks.traces, trace),
    logs: withOne(sinks.logs, log),
    byDefault: {
      traces: byDefault ? withName(sinks.byDefault.traces, trace) : sinks.byDefault.traces,
      logs: byDefault ? withName(sinks.byDefault.logs, log) : sinks.byDefault.logs,
    },
  };
}

function requireNews({ traces, logs }: SinksIntent, { trace, log, byDefault = false, isNew = false }: NewSink, place: string): void {
  const sink = trace ?? log!;
  if (isNew && !byDefault && sink.definition === undefined) {
    throw new Error(`${place}: only the name of "${sink.name}" is known here, which is not enough to configure the mesh. Set where it is: TraceSink.openTelemetry or LogSink.file, or leave this out.`);
  }
  const rival = [...traces, ...logs].find(({ name }) => name === sink.name);
  if (rival !== undefined && sink.definition !== undefined && JSON.stringify(rival) !== JSON.stringify(sink)) {
    throw new Error(`${place}: there is already a sink "${sink.name}" with different options. Create one value, or give each its own name.`);
  }
}

/** What has no details, somebody else tells the mesh. */
function withOne<T extends LogSinkIntent | TraceSinkIntent>(sinks: readonly T[], sink?: T): readonly T[] {
  const isNews = sink?.definition !== undefined && sinks.every(({ name }) => name !== sink.name);
  return isNews ? [...sinks, sink].sort((a, b) => compareTexts(a.name, b.name)) : sinks;
}

function withName(names: readonly string[], sink?: LogSinkIntent | TraceSinkIntent): readonly string[] {
  return sink === undefined ? names : [...new Set([...names, sink.name])].sort(compareTexts);
}
