import type { DataSourceIntent } from './private/grafana/provisioning';
import { ServerAddress } from './server-address';

/** Where Grafana takes what it shows. Each kind has a stable `uid`, by which dashboards and links find it. */
export class GrafanaDataSource {
  /** A Prometheus, with the uid `prometheus`: the usual one of all panels. */
  public static prometheus(address: ServerAddress): GrafanaDataSource {
    return new GrafanaDataSource({ type: 'prometheus', name: 'Prometheus', uid: 'prometheus', address, isDefault: true, settings: { timeInterval: '15s' } });
  }

  /** A Jaeger, with the uid `jaeger`: its port for people, 16686. */
  public static jaeger(address: ServerAddress): GrafanaDataSource {
    return new GrafanaDataSource({ type: 'jaeger', name: 'Jaeger', uid: 'jaeger', address, isDefault: false, settings: {} });
  }

  /** A Tempo, with the uid `tempo`. */
  public static tempo(address: ServerAddress): GrafanaDataSource {
    return new GrafanaDataSource({ type: 'tempo', name: 'Tempo', uid: 'tempo', address, isDefault: false, settings: {} });
  }

  /** A Loki, with the uid `loki`. */
  public static loki(address: ServerAddress): GrafanaDataSource {
    return new GrafanaDataSource({ type: 'loki', name: 'Loki', uid: 'loki', address, isDefault: false, settings: {} });
  }

  private constructor(private readonly intent: DataSourceIntent) {}

  /** @internal */
  public get _intent(): DataSourceIntent {
    return this.intent;
  }
}
