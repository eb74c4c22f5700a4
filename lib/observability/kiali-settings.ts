import { SecretValue } from 'cdk8s-plus-28';
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
   * Where Kiali asks a Grafana which dashboards it has, to which it then has links.
   *
   * @default - where people open it
   */
  readonly grafana?: ServerAddress;
  /**
   * The token of an account of that Grafana, which may look at dashboards.
   *
   * @default - none: everybody may look there
   */
  readonly grafanaToken?: SecretValue;
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
