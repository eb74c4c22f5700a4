import { MeshQuery } from './mesh-query';
import { MetricName } from './metric-name';
import { MetricUnit } from './metric-unit';
import { rate, series, sum } from './private/queries/promql';
import { proxyMatchers } from './private/queries/proxy-labels';
import { overText, windowOf } from './private/queries/question';
import { WindowOptions } from './window-options';

/** What can be asked of the proxies of Istio themselves, by pod. */
export class ProxyQueries {
  /** Processors that proxies keep busy. @throws when it is asked of a service, whose pods have names of their own */
  public static cpu(options: WindowOptions = {}): MeshQuery {
    const window = windowOf(options, 'query proxy-cpu');
    const text = sum(rate(series(MetricName.CONTAINER_CPU, [CONTAINER, ...proxyMatchers(options.scope, 'query proxy-cpu')]), overText(window)), LABELS);
    return MeshQuery.of('proxy-cpu', { description: 'Processors that proxies keep busy', unit: MetricUnit.CORES, labels: LABELS, text, window });
  }

  /** Memory that proxies need. @throws when it is asked of a service, whose pods have names of their own */
  public static memory({ scope }: WindowOptions = {}): MeshQuery {
    const text = sum(series(MetricName.CONTAINER_MEMORY, [CONTAINER, ...proxyMatchers(scope, 'query proxy-memory')]), LABELS);
    return MeshQuery.of('proxy-memory', { description: 'Memory of proxies', unit: MetricUnit.BYTES, labels: LABELS, text });
  }

  /** Proxies that run, and serve. @throws when it is asked of a service, whose pods have names of their own */
  public static live({ scope }: WindowOptions = {}): MeshQuery {
    const text = sum(series(MetricName.ENVOY_LIVE, proxyMatchers(scope, 'query live-proxies')), []);
    return MeshQuery.of('live-proxies', { description: 'Proxies that run and serve', unit: MetricUnit.COUNT, text });
  }

  private constructor() {}
}

const CONTAINER = ['container', '=', 'istio-proxy'] as const;
const LABELS = ['namespace', 'pod'];
