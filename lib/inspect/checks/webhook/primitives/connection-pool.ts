import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';
import { duration, durationRules, nanoseconds } from './durations';

export const connectionPoolRules = {
  ...durationRules,
  empty: refusal('pool-empty', 'A connection pool limits neither TCP nor HTTP.'),
  negative: refusal('pool-negative', 'A limit of a connection pool is negative.'),
  upgrade: refusal('pool-upgrade-and-client', 'Requests are to be upgraded to HTTP/2, and to keep the protocol of the client.'),
  keepAlive: refusal('keep-alive-incomplete', 'HTTP/2 connections are kept alive without an interval or without a timeout.'),
};

const HTTP_LIMITS = ['http1MaxPendingRequests', 'http2MaxRequests', 'maxRequestsPerConnection', 'maxRetries', 'maxConcurrentStreams'];
const MILLISECOND = 1_000_000n;

/** What is said of a connection pool. */
export function* connectionPool(pool: Field): Judgement {
  const [http, tcp] = [pool.at('http'), pool.at('tcp')];
  if (pool.isSet && !http.isSet && !tcp.isSet) {
    yield broken(connectionPoolRules.empty, pool, 'the connection pool limits nothing', 'say http or tcp, or remove it');
    return;
  }
  yield* negative([...HTTP_LIMITS.map(key => http.at(key)), tcp.at('maxConnections')]);
  yield* httpPool(http);
  yield* tcpPool(tcp);
}

function* httpPool(http: Field): Judgement {
  yield* duration(http.at('idleTimeout'));
  if (http.at('h2UpgradePolicy').value === 'UPGRADE' && http.at('useClientProtocol').value === true) {
    yield broken(connectionPoolRules.upgrade, http.at('useClientProtocol'), 'UPGRADE and useClientProtocol exclude each other', 'keep one of them');
  }
  const keepAlive = http.at('http2KeepAlive');
  for (const part of keepAlive.isSet ? ['interval', 'timeout'].map(key => keepAlive.at(key)) : []) {
    if (!part.isSet) {
      yield broken(connectionPoolRules.keepAlive, part, `http2KeepAlive has no ${part.key}`, 'write interval and timeout');
    }
    yield* duration(part);
  }
}

/** An idle timeout of 0 means none. */
function* tcpPool(tcp: Field): Judgement {
  const idle = nanoseconds(tcp.at('idleTimeout').text ?? '') ?? 0n;
  for (const key of ['connectTimeout', 'maxConnectionDuration', ...idle / MILLISECOND === 0n ? [] : ['idleTimeout']]) {
    yield* duration(tcp.at(key));
  }
  yield* duration(tcp.at('tcpKeepalive', 'time'));
  yield* duration(tcp.at('tcpKeepalive', 'interval'));
}

function* negative(limits: readonly Field[]): Judgement {
  for (const limit of limits) {
    const { number = 0 } = limit;
    if (number < 0) {
      yield broken(connectionPoolRules.negative, limit, `${limit.key} is ${number}`, 'write a number that is not negative, or remove it');
    }
  }
}
