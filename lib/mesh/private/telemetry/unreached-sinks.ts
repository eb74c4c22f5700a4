import { IConstruct } from 'constructs';
import { unreachedService } from '../access/unreached-service';
import type { LogSinkIntent, TraceSinkIntent } from './telemetry-intent';
import type { UsedSink } from './used-sinks';
import { platformOf } from './wider-scopes';

/**
 * Sinks that are services of the same environment, and let in none of the proxies that are to send there.
 *
 * @param speaker of whose proxies it is said
 */
export function unreachedSinks(speaker: IConstruct, place: string, used: readonly UsedSink[]): string[] {
  const known = platformOf(speaker)?._install.sinks;
  const problems = used.flatMap(({ kind, sink }) => {
    const same = [sink, ...known?.[kind] ?? []].filter(({ name }) => name === sink.name);
    const { definition, host } = same.find(({ definition: said }) => said !== undefined) ?? sink;
    return host === undefined ? [] : unreachedService(speaker, place, { host, port: portOf(definition), loss: `all ${kind} would be lost` });
  });
  return [...new Set(problems)];
}

function portOf(definition: (LogSinkIntent | TraceSinkIntent)['definition']): number | undefined {
  return definition !== undefined && 'address' in definition ? definition.address.port : undefined;
}
