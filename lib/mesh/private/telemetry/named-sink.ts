import { IConstruct } from 'constructs';
import { Mesh } from '../../mesh';
import type { LogSinkIntent } from './telemetry-intent';

/** A sink by the name that the mesh has for it. @throws when something else than the output of proxies has the name of that */
export function namedSink(sink: LogSinkIntent, construct: IConstruct, place: string): LogSinkIntent {
  const { name, isOutput = false, definition } = sink;
  const { _provider: { telemetry: { outputSink } } } = Mesh.of(construct);
  if (!isOutput && definition !== undefined && name === outputSink) {
    throw new Error(`${place}: "${name}" is the built-in name for the standard output of proxies. Give the sink another name, or use LogSink.OUTPUT.`);
  }
  return isOutput ? { name: outputSink } : sink;
}
