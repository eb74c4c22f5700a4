import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { byField } from '../by-field';
import { refusal } from '../webhook-rules';
import { duration, durationRules, nanoseconds } from './durations';

export const connectionPoolRules = {
  ...durationRules,
  empty: refusal('pool-empty', 'A connection pool limits neither TCP nor HTTP.'),
  negative: refusal('pool-negative', 'A limit of a connection pool is negative.'),
  upgrade: refusal('pool-upgrade-and-client', 'Both h2UpgradePolicy UPGRADE and useClientProtocol are set.'),
  keepAlive: refusal('keep-alive-incomplete', 'An http2KeepAlive has no interval or no timeout.'),
};

const MILLISECOND = 1_000_000n;

/** What is said of a connection pool. */
export function* connectionPool(pool: Field): Judgement {
  if (pool.isSet && !pool.at('http').isSet && !pool.at('tcp').isSet) {
    yield broken(connectionPoolRules.empty, pool, 'the connection pool limits nothing', 'add http or tcp, or remove it');
  }
  yield* settings(pool);
}

const settings = byField({
  http: byField({
    http1MaxPendingRequests: notNegative,
    http2MaxRequests: notNegative,
    maxRequestsPerConnection: notNegative,
    maxRetries: notNegative,
    maxConcurrentStreams: notNegative,
    idleTimeout: duration,
    useClientProtocol: clientProtocol,
    http2KeepAlive: keepAlive,
  }),
  tcp: byField({
    maxConnections: notNegative,
    connectTimeout: duration,
    maxConnectionDuration: duration,
    idleTimeout,
    tcpKeepalive: byField({ time: duration, interval: duration }),
  }),
});

function* notNegative(limit: Field): Judgement {
  const { number = 0 } = limit;
  if (number < 0) {
    yield broken(connectionPoolRules.negative, limit, `${limit.key} is ${number}`, 'write a number that is not negative, or remove it');
  }
}

function* clientProtocol(field: Field, http: Field): Judgement {
  if (field.value === true && http.at('h2UpgradePolicy').value === 'UPGRADE') {
    yield broken(connectionPoolRules.upgrade, field, 'UPGRADE and useClientProtocol are mutually exclusive', 'keep one of them');
  }
}

function* keepAlive(field: Field): Judgement {
  for (const part of ['interval', 'timeout'].map(key => field.at(key))) {
    if (!part.isSet) {
      yield broken(connectionPoolRules.keepAlive, part, `http2KeepAlive has no ${part.key}`, 'write interval and timeout');
    }
    yield* duration(part);
  }
}

/** 0 means none. */
function* idleTimeout(field: Field): Judgement {
  const idle = nanoseconds(field.text ?? '') ?? 0n;
  yield* idle / MILLISECOND === 0n ? [] : duration(field);
}
