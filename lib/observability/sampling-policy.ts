import { Duration } from 'cdk8s';
import { Percent } from '../mesh/percent';
import { requireCount } from '../mesh/private/require-count';
import type { ConfigMap } from './private/collector/component-intent';
import { literal } from './private/collector/config-values';

/** Which traces are kept, once all of one is known. A trace is kept if one policy of several wants it. */
export class SamplingPolicy {
  /** All of them. */
  public static all(): SamplingPolicy {
    return new SamplingPolicy({ type: 'always_sample' });
  }

  /** Those with a span that has one of these values in an attribute. @throws when no value is named */
  public static attribute(name: string, ...values: string[]): SamplingPolicy {
    if (name === '' || values.length === 0) {
      throw new Error(`SamplingPolicy.attribute("${name}"): expected an attribute name and at least one value. Set them, for example "http.route", "/checkout".`);
    }
    return new SamplingPolicy({ type: 'string_attribute', string_attribute: { key: literal(name), values: values.map(literal) } });
  }

  /** Those that several policies want, each of them. @throws when there is one at most, or one of them asks for several itself */
  public static both(...policies: SamplingPolicy[]): SamplingPolicy {
    if (policies.length < 2) {
      throw new Error('SamplingPolicy.both: needs at least two policies. Use a single one directly.');
    }
    if (policies.some(({ _config: { type } }) => type === 'and')) {
      throw new Error('SamplingPolicy.both: one of the policies already combines several. List all of them at once.');
    }
    return new SamplingPolicy({ type: 'and', and: { and_sub_policy: policies.map(({ _config }, index) => ({ name: `part-${index + 1}`, ..._config })) } });
  }

  /** Those in which something failed: a span has the status of an error. */
  public static errors(): SamplingPolicy {
    return new SamplingPolicy({ type: 'status_code', status_code: { status_codes: ['ERROR'] } });
  }

  /** A share of them. */
  public static share(share: Percent): SamplingPolicy {
    return new SamplingPolicy({ type: 'probabilistic', probabilistic: { sampling_percentage: share.value } });
  }

  /** Those that took so long, from the first span to the end of the last. */
  public static slowerThan(time: Duration): SamplingPolicy {
    return new SamplingPolicy({ type: 'latency', latency: { threshold_ms: time.toMilliseconds() } });
  }

  /** As many as have so many spans in a second. @throws when the count is none */
  public static spansPerSecond(count: number): SamplingPolicy {
    requireCount(count, 1, 'SamplingPolicy.spansPerSecond: count');
    return new SamplingPolicy({ type: 'rate_limiting', rate_limiting: { spans_per_second: count } });
  }

  /** @internal */
  public readonly _config: ConfigMap;

  private constructor(config: ConfigMap) {
    this._config = config;
  }
}
