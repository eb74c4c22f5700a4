import { EnvValue, SecretValue } from 'cdk8s-plus-28';

/** How a collector speaks TLS itself. Texts in PEM are variables of its container: of a Secret or a ConfigMap, and read when it starts. */
export interface CollectorTls {
  /**
   * The authorities that it trusts, in PEM: `EnvValue.fromSecretValue({ secret, key: 'ca.crt' })`, or `EnvValue.fromConfigMap(configMap, 'ca.crt')`.
   *
   * @default - those of its image: public ones
   */
  readonly authorities?: EnvValue;
  /**
   * The certificate that it shows, in PEM, with a `key`.
   *
   * @default - none
   */
  readonly certificate?: SecretValue;
  /**
   * The key of the `certificate`, in PEM.
   *
   * @default - none
   */
  readonly key?: SecretValue;
  /**
   * The name that stands in the certificate of the other side.
   *
   * @default - its host
   */
  readonly serverName?: string;
}
