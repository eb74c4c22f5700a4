import { Duration } from 'cdk8s';
import { EnvValue, SecretValue } from 'cdk8s-plus-28';
import { durationText } from '../../../mesh/private/duration-text';
import { requireCount } from '../../../mesh/private/require-count';
import { requireTime } from '../../../mesh/private/require-time';
import { requireAddress, requireSinkHeaders } from '../../../mesh/private/telemetry/sink-parts';
import type { CollectorTls } from '../../collector-tls';
import type { OtelExtension } from '../../otel-extension';
import type { ComponentIntent, ComponentPlace, ConfigMap } from './component-intent';
import { variableName } from './component-name';
import { fromVariable, said } from './config-values';
import { secretVariables } from './custom-component';
import { tlsParts } from './tls-parts';

/** What is said of sending, whatever is spoken. */
export interface SenderWords {
  readonly type: string;
  readonly name?: string;
  readonly host: string;
  readonly port: number;
  readonly auth?: OtelExtension;
  readonly headers?: { readonly [name: string]: SecretValue };
  readonly queueSize?: number;
  readonly retryFor?: Duration;
  readonly timeout?: Duration;
  readonly tls?: boolean;
  readonly tlsOptions?: CollectorTls;
}

interface SenderParts {
  readonly config: (place: ComponentPlace) => ConfigMap;
  readonly env: Readonly<Record<string, EnvValue>>;
  readonly uses: readonly ComponentIntent[];
}

/** What an exporter says of how it sends, and what it needs for that. @throws when something of it is none */
export function senderParts(words: SenderWords, call: string): SenderParts {
  const { auth, headers = {}, host, name, port, queueSize, retryFor, timeout, type } = words;
  requireTarget({ host, port }, call);
  requireCount(queueSize, 1, `${call}: queueSize`);
  [['retryFor', retryFor] as const, ['timeout', timeout] as const].forEach(([prop, time]) => requireTime(time, 'milliseconds', `${call}: ${prop}`));
  requireSinkHeaders(Object.fromEntries(Object.keys(headers).map(header => [header, 'a value of a Secret'])), call);
  const variables = Object.keys(headers).map(header => [header, variableName(type, name, header)] as const);
  const tls = tlsParts(words, call);
  return {
    config: ({ idOf }) => said({
      tls: tls.config,
      headers: variables.length === 0 ? undefined : Object.fromEntries(variables.map(([header, variable]) => [header, fromVariable(variable)])),
      auth: auth && { authenticator: idOf(auth._component) },
      timeout: timeout && durationText(timeout),
      sending_queue: queueSize === undefined ? undefined : { queue_size: queueSize },
      retry_on_failure: retryFor && { max_elapsed_time: durationText(retryFor) },
    }),
    env: { ...secretVariables(Object.fromEntries(variables.map(([header, variable]) => [variable, headers[header]])), call), ...tls.env },
    uses: auth === undefined ? [] : [auth._component],
  };
}

/** @throws when the host is no full name of one, or the port none */
export function requireTarget({ host, port }: { readonly host: string; readonly port: number }, call: string): void {
  requireAddress({ host, port }, call);
}
