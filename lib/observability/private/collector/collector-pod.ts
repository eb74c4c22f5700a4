import { Size } from 'cdk8s';
import { Container, ContainerResources, Cpu, EnvValue, Probe } from 'cdk8s-plus-28';
import type { CollectorConfig } from '../../collector-config';
import { mebibytes } from './config-values';

/** Where the configuration of a collector lies. */
export const CONFIG_FOLDER = '/etc/otel';
export const CONFIG_FILE = 'config.yaml';
/** As which the image runs. */
export const COLLECTOR_USER = 10_001;

/** What runs in the container of a collector. */
export interface CollectorWords {
  readonly image?: string;
  readonly resources?: ContainerResources;
}

export interface CollectorContainer {
  readonly image: string;
  readonly args: string[];
  readonly user: number;
  readonly env: Record<string, EnvValue>;
  readonly resources: ContainerResources;
  readonly liveness: Probe;
  readonly readiness: Probe;
}

/**
 * The container that reads a configuration.
 *
 * @throws when it gets no more memory than the configuration lets the collector take
 */
export function collectorContainer(config: CollectorConfig, words: CollectorWords, place: string): CollectorContainer {
  const { image, resources = usualResources(config) } = words;
  const limit = resources.memory?.limit;
  if (limit === undefined || limit.toKibibytes() <= config.memoryLimit.toKibibytes()) {
    const now = limit === undefined ? 'has no memory limit' : `is killed at ${limit.asString()} of memory`;
    throw new Error(`${place}: ${now}, but accepts ${config.memoryLimit.asString()} by its config before it refuses data. Raise the limit in resources, for example to ${enough(config).asString()}, or lower memoryLimit.`);
  }
  const probe = Probe.fromHttpGet('/', { port: config.healthPort });
  return {
    image: image ?? `otel/opentelemetry-collector-contrib:${config.version.version}`,
    args: [`--config=${CONFIG_FOLDER}/${CONFIG_FILE}`],
    user: COLLECTOR_USER,
    env: collectGarbageBelow(limit),
    resources,
    liveness: probe,
    readiness: probe,
  };
}

/** Has Go collect garbage before a container comes to its limit of memory. */
export function collectGarbageBelow(limit: Size): Record<string, EnvValue> {
  return { GOMEMLIMIT: EnvValue.fromValue(`${Math.floor(limit.toKibibytes() / 1024 * 0.8)}MiB`) };
}

/** Gives a container the variables that a configuration reads, and will read. */
export function giveVariables({ env }: Container, config: CollectorConfig): void {
  config._components.readVariables((variable, value) => env.addVariable(variable, value));
}

function usualResources(config: CollectorConfig): ContainerResources {
  return {
    cpu: { request: Cpu.millis(100), limit: Cpu.units(1) },
    memory: { request: Size.mebibytes(Math.ceil(mebibytes(config.memoryLimit, 'memoryLimit') / 2)), limit: enough(config) },
  };
}

/** The limit of the collector is about four fifths of what the container has, as its documentation advises. */
function enough(config: CollectorConfig): Size {
  return Size.mebibytes(Math.ceil(mebibytes(config.memoryLimit, 'memoryLimit') * 1.25));
}
