import { EnvValue } from 'cdk8s-plus-28';
import { requireDnsName } from '../../../mesh/private/dns-name';
import type { CollectorTls } from '../../collector-tls';
import type { ConfigMap } from './component-intent';
import { variableName } from './component-name';
import { fromVariable, said } from './config-values';

/** Who speaks TLS, and how. */
interface TlsWords {
  readonly type: string;
  readonly name?: string;
  readonly tls?: boolean;
  readonly tlsOptions?: CollectorTls;
}

interface TlsParts {
  /** undefined: the collector decides by the address */
  readonly config?: ConfigMap;
  readonly env: Readonly<Record<string, EnvValue>>;
}

/** Whether the collector itself speaks TLS. */
export function speaksTls({ tls, tlsOptions }: Pick<TlsWords, 'tls' | 'tlsOptions'>): boolean {
  return tls ?? tlsOptions !== undefined;
}

/** What an exporter says of TLS. @throws when something contradicts itself, or a certificate has no key */
export function tlsParts(words: TlsWords, call: string): TlsParts {
  const { name, tlsOptions, type } = words;
  if (tlsOptions === undefined) {
    return { config: speaksTls(words) || type !== 'otlp' ? undefined : { insecure: true }, env: {} };
  }
  if (!speaksTls(words)) {
    throw new Error(`${call}: tls is false, so tlsOptions has no effect. Leave out one of the two.`);
  }
  const { authorities, certificate, key, serverName } = tlsOptions;
  if ((certificate === undefined) !== (key === undefined)) {
    throw new Error(`${call}: tlsOptions has a ${key === undefined ? 'certificate without its key' : 'key without its certificate'}. Set both, or none.`);
  }
  const texts = {
    ca_pem: authorities,
    cert_pem: certificate && EnvValue.fromSecretValue(certificate),
    key_pem: key && EnvValue.fromSecretValue(key),
  };
  const given = Object.entries(texts).flatMap(([field, value]) => value === undefined ? [] : [{ field, value, variable: variableName(type, name, 'tls', field) }]);
  return {
    config: said({
      ...Object.fromEntries(given.map(({ field, variable }) => [field, fromVariable(variable)])),
      server_name_override: serverName === undefined ? undefined : requireDnsName(serverName, `${call}: serverName`),
    }),
    env: Object.fromEntries(given.map(({ variable, value }) => [variable, value])),
  };
}
