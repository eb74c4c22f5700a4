import { Duration, Size } from 'cdk8s';
import { EnvValue, SecretValue } from 'cdk8s-plus-28';
import { durationText } from '../mesh/private/duration-text';
import { requireCount } from '../mesh/private/require-count';
import { requireTime } from '../mesh/private/require-time';
import { VolumeClaim } from '../mesh/volume-claim';
import type { ConfigMap } from './private/collector/component-intent';
import { fromVariable, literal, said } from './private/collector/config-values';
import { secretVariables } from './private/collector/custom-component';

/** Traces in the memory of the one pod. */
export interface JaegerMemoryProps {
  /**
   * How many are kept; the oldest go first. The memory of the container has to hold them, or Jaeger takes no more: a part of it, about three fifths,
   * is what traces can take.
   *
   * @default 10000
   */
  readonly maxTraces?: number;
}

/** Traces on a volume of the one pod. */
export interface JaegerBadgerProps {
  /**
   * How long they are kept.
   *
   * @default - three days
   */
  readonly keep?: Duration;
  /** How much the volume holds, in whole mebibytes. */
  readonly size: Size;
  /**
   * The class of storage that it comes from.
   *
   * @default - the usual one of the cluster
   */
  readonly storageClass?: string;
}

/** Traces in an Elasticsearch or an OpenSearch. */
export interface JaegerElasticsearchProps {
  /**
   * What stands in front of the names of its indices.
   *
   * @default - nothing
   */
  readonly indexPrefix?: string;
  /**
   * The password.
   *
   * @default - it asks for none
   */
  readonly password?: SecretValue;
  /** Where it is: `http://elasticsearch.logging.svc.cluster.local:9200`. */
  readonly url: string;
  /**
   * The name that goes with the password.
   *
   * @default - it asks for none
   */
  readonly username?: string;
}

/** Where a Jaeger keeps traces. */
export class JaegerStorage {
  /** On a volume, so that they are there when the pod is replaced. There is one pod. @throws when the time is none */
  public static badger({ keep = Duration.days(3), size, storageClass }: JaegerBadgerProps): JaegerStorage {
    requireTime(keep, 'seconds', 'JaegerStorage.badger: keep');
    return new JaegerStorage({
      config: { badger: { ephemeral: false, ttl: { spans: durationText(keep) }, directories: { keys: `${FOLDER}/keys`, values: `${FOLDER}/values` } } },
      env: {},
      isShared: false,
      volume: { name: 'badger', mountPath: FOLDER, size, storageClass },
    });
  }

  /** In an Elasticsearch or an OpenSearch, which somebody else runs. @throws when the URL is none, or a name or a password is alone */
  public static elasticsearch({ indexPrefix, password, url, username }: JaegerElasticsearchProps): JaegerStorage {
    const call = 'JaegerStorage.elasticsearch';
    if (!/^https?:\/\/[^\s/@?#]+\/?$/.test(url)) {
      throw new Error(`${call}: "${url}" is not a server URL. Use a scheme, a host and a port, such as "https://elasticsearch.example.com:9200"; set user name and password separately.`);
    }
    if ((username === undefined) !== (password === undefined)) {
      throw new Error(`${call}: user name and password go together. Set both, or none.`);
    }
    return new JaegerStorage({
      config: {
        elasticsearch: said({
          server_urls: [url],
          auth: username === undefined ? undefined : { basic: { username: literal(username), password: fromVariable(PASSWORD) } },
          indices: indexPrefix === undefined ? undefined : { index_prefix: literal(indexPrefix) },
        }),
      },
      env: password === undefined ? {} : secretVariables({ [PASSWORD]: password }, call),
      isShared: true,
    });
  }

  /** In memory: they are lost with the pod. There is one pod. @throws when the count is none */
  public static memory({ maxTraces = 10_000 }: JaegerMemoryProps = {}): JaegerStorage {
    requireCount(maxTraces, 1, 'JaegerStorage.memory: maxTraces');
    return new JaegerStorage({ config: { memory: { max_traces: maxTraces } }, env: {}, isShared: false });
  }

  /** @internal */
  public readonly _intent: StorageIntent;

  private constructor(intent: StorageIntent) {
    this._intent = intent;
  }
}

interface StorageIntent {
  readonly config: ConfigMap;
  readonly env: Readonly<Record<string, EnvValue>>;
  /** whether several pods see the same */
  readonly isShared: boolean;
  readonly volume?: VolumeClaim;
}

const FOLDER = '/badger';
const PASSWORD = 'ELASTICSEARCH_PASSWORD';
