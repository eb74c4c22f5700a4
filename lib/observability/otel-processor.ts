import { Duration } from 'cdk8s';
import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import { durationText } from '../mesh/private/duration-text';
import { requireCount } from '../mesh/private/require-count';
import { requireTime } from '../mesh/private/require-time';
import { AttributeChange } from './attribute-change';
import { ComponentOptions, CustomComponentOptions } from './component-options';
import type { ComponentIntent, ConfigMap } from './private/collector/component-intent';
import { requireComponentName } from './private/collector/component-name';
import { literal, said } from './private/collector/config-values';
import { customComponent } from './private/collector/custom-component';
import { kubernetesConfig, kubernetesRights } from './private/collector/kubernetes-attributes';
import { SamplingPolicy } from './sampling-policy';
import { Signal } from './signal';

/** How much is sent at once. */
export interface BatchProps extends ComponentOptions {
  /**
   * How many of them are sent at most; more are divided.
   *
   * @default - as many as there are
   */
  readonly maxSize?: number;
  /**
   * From how many on they are sent.
   *
   * @default - as the collector says: 8192
   */
  readonly size?: number;
  /**
   * After what time they are sent, however few they are.
   *
   * @default - as the collector says: 200 milliseconds
   */
  readonly timeout?: Duration;
}

/** What pods are told of by the API server. */
export interface KubernetesAttributesProps extends ComponentOptions {
  /**
   * Labels of pods that become attributes: the attribute, and the label.
   *
   * @default - none
   */
  readonly labels?: { [attribute: string]: string };
  /**
   * Whether it knows pods of its own node alone. If each node asked for the pods of all, that would burden the API server.
   *
   * @default - true in a collector with `everyNode`, else false
   */
  readonly ownNode?: boolean;
}

/** Conditions in the language of OpenTelemetry (OTTL): what they hold for is dropped. */
export interface FilterProps extends ComponentOptions {
  /**
   * Of records of logs.
   *
   * @default - none
   */
  readonly logs?: string[];
  /**
   * Of metrics.
   *
   * @default - none
   */
  readonly metrics?: string[];
  /**
   * Of spans: `attributes["url.path"] == "/healthz"`.
   *
   * @default - none
   */
  readonly spans?: string[];
}

/** Statements in the language of OpenTelemetry (OTTL), carried out one after the other. */
export interface TransformProps extends ComponentOptions {
  /**
   * For records of logs.
   *
   * @default - none
   */
  readonly logs?: string[];
  /**
   * For points of metrics.
   *
   * @default - none
   */
  readonly metrics?: string[];
  /**
   * For spans: `set(attributes["team"], "shop")`.
   *
   * @default - none
   */
  readonly spans?: string[];
}

/** Which traces are kept, once all of one is known. */
export interface TailSamplingProps extends ComponentOptions {
  /**
   * How long spans of a trace are awaited after its first.
   *
   * @default - thirty seconds
   */
  readonly decisionWait?: Duration;
  /** By name what keeps a trace; one is enough. */
  readonly policies: { [name: string]: SamplingPolicy };
  /**
   * How many traces are remembered at once.
   *
   * @default 50000
   */
  readonly traces?: number;
}

/** What happens to signals on their way. The order in a pipeline is that in which it happens. */
export class OtelProcessor {
  /** Changes attributes of spans, points of metrics, or records. @throws when nothing is changed, or the name is none */
  public static attributes(changes: AttributeChange[], options: ComponentOptions = {}): OtelProcessor {
    return changing('attributes', 'actions', changes, options);
  }

  /** Sends several at once, which takes less. It comes last. @throws when a size or the time is none */
  public static batch({ maxSize, name, size, timeout }: BatchProps = {}): OtelProcessor {
    const call = 'OtelProcessor.batch';
    requireCount(size, 1, `${call}: size`);
    requireCount(maxSize, size ?? 8192, `${call}: maxSize`);
    requireTime(timeout, 'milliseconds', `${call}: timeout`);
    const config = said({ timeout: timeout && durationText(timeout), send_batch_size: size, send_batch_max_size: maxSize });
    return OtelProcessor.made({ type: 'batch', name, config: Object.keys(config).length === 0 ? undefined : () => config }, call);
  }

  /** Drops what a condition holds for. @throws when there is none */
  public static filter({ logs = [], metrics = [], name, spans = [] }: FilterProps): OtelProcessor {
    const call = 'OtelProcessor.filter';
    const config = said({
      error_mode: 'ignore',
      traces: spans.length === 0 ? undefined : { span: spans.map(literal) },
      metrics: metrics.length === 0 ? undefined : { metric: metrics.map(literal) },
      logs: logs.length === 0 ? undefined : { log_record: logs.map(literal) },
    });
    return OtelProcessor.made({ type: 'filter', name, signals: signalsOf({ logs, metrics, spans }, `${call}: drops nothing. Set a condition`), config: () => config }, call);
  }

  /**
   * Adds of which pod, Deployment, namespace and node something is, as the API server tells. The account of the collector gets the rights for
   * it. A pod is known by what the application says of itself, as `collector.envFor` makes it do: behind a proxy all callers have the address of
   * the proxy.
   */
  public static kubernetesAttributes({ labels = {}, name, ownNode }: KubernetesAttributesProps = {}): OtelProcessor {
    const nodeEnv = { [NODE]: EnvValue.fromFieldRef(EnvFieldPaths.NODE_NAME) };
    return OtelProcessor.made({
      type: 'k8sattributes',
      name,
      config: ({ isOfNode }) => kubernetesConfig(labels, ownNode ?? isOfNode ? NODE : undefined),
      env: ownNode === true ? nodeEnv : {},
      nodeEnv: ownNode === undefined ? nodeEnv : {},
      rights: kubernetesRights,
    }, 'OtelProcessor.kubernetesAttributes');
  }

  /**
   * One that has no words here, in the language of the collector.
   *
   * @throws when the type or the name is none; once it is in a configuration, when its version has no such type
   */
  public static of(componentType: string, config?: { [key: string]: unknown }, options: CustomComponentOptions = {}): OtelProcessor {
    const call = `OtelProcessor.of("${componentType}")`;
    if (componentType === 'memory_limiter') {
      throw new Error(`${call}: every pipeline already has it first. Set memoryLimit in the configuration.`);
    }
    return new OtelProcessor(customComponent({ kind: 'processors', type: componentType, config, ...options }, call));
  }

  /** Changes attributes of whoever sends: of the service, the pod. @throws when nothing is changed, or the name is none */
  public static resource(changes: AttributeChange[], options: ComponentOptions = {}): OtelProcessor {
    return changing('resource', 'attributes', changes, options);
  }

  /**
   * Keeps some traces, once all of one is known. All spans of a trace have to come to one pod: it has one alone, or a collector in front of it
   * says `OtelExporter.loadBalancing`.
   *
   * @throws when nothing keeps a trace, or a number is none
   */
  public static tailSampling({ decisionWait = Duration.seconds(30), name, policies, traces = 50_000 }: TailSamplingProps): OtelProcessor {
    const call = 'OtelProcessor.tailSampling';
    const kept = Object.entries(policies);
    if (kept.length === 0) {
      throw new Error(`${call}: has no policies, so no trace is kept. Set one, such as { errors: SamplingPolicy.errors() }.`);
    }
    requireTime(decisionWait, 'milliseconds', `${call}: decisionWait`);
    requireCount(traces, 1, `${call}: traces`);
    return OtelProcessor.made({
      type: 'tail_sampling',
      name,
      signals: [Signal.TRACES],
      config: () => ({
        decision_wait: durationText(decisionWait),
        num_traces: traces,
        policies: kept.map(([policy, { _config }]) => ({ name: policy, ..._config })),
      }),
    }, call);
  }

  /** Carries statements out. @throws when there is none */
  public static transform({ logs = [], metrics = [], name, spans = [] }: TransformProps): OtelProcessor {
    const call = 'OtelProcessor.transform';
    const config = said({
      error_mode: 'ignore',
      trace_statements: statements('span', spans),
      metric_statements: statements('datapoint', metrics),
      log_statements: statements('log', logs),
    });
    return OtelProcessor.made({ type: 'transform', name, signals: signalsOf({ logs, metrics, spans }, `${call}: does nothing. Set a statement`), config: () => config }, call);
  }

  /** @internal */
  public static _of(component: ComponentIntent): OtelProcessor {
    return new OtelProcessor(component);
  }

  private static made(component: Omit<ComponentIntent, 'kind'>, call: string): OtelProcessor {
    requireComponentName(component.name, call);
    return new OtelProcessor({ kind: 'processors', ...component });
  }

  /** @internal */
  public readonly _component: ComponentIntent;

  private constructor(component: ComponentIntent) {
    this._component = component;
  }
}

const NODE = 'K8S_NODE_NAME';

interface SaidOf {
  readonly logs: readonly string[];
  readonly metrics: readonly string[];
  readonly spans: readonly string[];
}

/** What is said something of. @throws when that is nothing */
function signalsOf({ logs, metrics, spans }: SaidOf, problem: string): Signal[] {
  const all = [...spans.map(() => Signal.TRACES), ...metrics.map(() => Signal.METRICS), ...logs.map(() => Signal.LOGS)];
  if (all.length === 0) {
    throw new Error(`${problem} of spans, metrics or logs.`);
  }
  return [...new Set(all)];
}

function statements(context: string, all: readonly string[]): ConfigMap[] | undefined {
  return all.length === 0 ? undefined : [{ context, statements: all.map(literal) }];
}

function changing(type: 'attributes' | 'resource', key: string, changes: readonly AttributeChange[], { name }: ComponentOptions): OtelProcessor {
  const call = `OtelProcessor.${type}`;
  if (changes.length === 0) {
    throw new Error(`${call}: changes nothing. Set a change, such as AttributeChange.remove("http.url").`);
  }
  return OtelProcessor._of({ kind: 'processors', type, name: requireComponentName(name, call), config: () => ({ [key]: changes.map(({ _config }) => _config) }) });
}
