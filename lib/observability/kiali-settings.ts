import { KialiAuth } from './kiali-auth';
import { KialiTracing } from './kiali-tracing';
import { ServerAddress } from './server-address';

/** What a Kiali is told, whoever runs it. */
export interface KialiSettings {
  /**
   * Who may look.
   *
   * @default - everybody who reaches it
   */
  readonly auth?: KialiAuth;
  /**
   * A Grafana, for links to its dashboards.
   *
   * @default - none
   */
  readonly grafana?: ServerAddress;
  /**
   * Where people open that Grafana in a browser.
   *
   * @default - there are no links
   */
  readonly grafanaUrl?: string;
  /** The Prometheus that has the metrics of the proxies. */
  readonly prometheus: ServerAddress;
  /**
   * Whether it shows what proxies and the control plane know, for which it may forward ports of all pods.
   *
   * @default false
   */
  readonly proxyStatus?: boolean;
  /**
   * Where it takes traces from.
   *
   * @default - it shows none
   */
  readonly tracing?: KialiTracing;
  /**
   * The path of its pages.
   *
   * @default "/kiali"
   */
  readonly webRoot?: string;
}
