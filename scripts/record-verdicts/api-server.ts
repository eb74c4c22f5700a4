import http from 'node:http';
import https from 'node:https';
import { load } from 'js-yaml';

/** What an API server answers. */
export interface Answer {
  readonly status: number;
  readonly body: {
    readonly message?: string;
    readonly details?: { readonly causes?: readonly Cause[] };
    readonly [key: string]: unknown;
  };
}

/** One reason of a refusal. */
export interface Cause {
  readonly reason?: string;
  readonly message?: string;
  readonly field?: string;
}

interface Kubeconfig {
  readonly clusters: readonly { readonly cluster: Readonly<Record<string, string>> }[];
  readonly users?: readonly { readonly user: Readonly<Record<string, string>> }[];
}

/** What the client and the server show each other; nothing to a proxy that speaks http. */
interface Identity {
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
}

interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly namespaced: boolean;
}

/** The API server of the first cluster of a kubeconfig, by the certificate of its first user. */
export class ApiServer {
  public static of(kubeconfig: string): ApiServer {
    const { clusters: [{ cluster }], users = [] } = load(kubeconfig) as Kubeconfig;
    const user = users[0]?.user ?? {};
    return new ApiServer(cluster.server, {
      ca: decoded(cluster['certificate-authority-data']),
      cert: decoded(user['client-certificate-data']),
      key: decoded(user['client-key-data']),
    });
  }

  private readonly discovered = new Map<string, readonly Resource[]>();

  private constructor(private readonly url: string, private readonly identity: Identity) {}

  public async version(): Promise<string> {
    return String((await this.call('GET', '/version')).body.gitVersion);
  }

  /** What the server says of the creation of the object, which does not take place. */
  public async tryToCreate(object: Readonly<Record<string, unknown>>): Promise<Answer> {
    const apiVersion = String(object.apiVersion);
    const base = `${apiVersion.includes('/') ? '/apis' : '/api'}/${apiVersion}`;
    const resource = (await this.resources(base)).find(({ kind, name }) => kind === object.kind && !name.includes('/'));
    if (resource === undefined) {
      return { status: 404, body: { message: 'no such kind' } };
    }
    const { namespace = 'default' } = (object.metadata ?? {}) as { readonly namespace?: string };
    const place = resource.namespaced ? `/namespaces/${namespace}` : '';
    return this.call('POST', `${base}${place}/${resource.name}?dryRun=All&fieldValidation=Strict`, JSON.stringify(object));
  }

  private async resources(base: string): Promise<readonly Resource[]> {
    const known = this.discovered.get(base) ?? ((await this.call('GET', base)).body.resources ?? []) as readonly Resource[];
    this.discovered.set(base, known);
    return known;
  }

  /** What the server answers to a request. */
  public async call(method: string, path: string, content?: string): Promise<Answer> {
    const url = new URL(path, this.url);
    const headers = { 'Content-Type': 'application/json', 'Accept': 'application/json' };
    return new Promise((resolve, reject) => {
      (url.protocol === 'http:' ? http : https).request(url, { method, headers, ...this.identity }, response => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(parts).toString()) }));
      }).on('error', reject).end(content);
    });
  }
}

function decoded(base64: string | undefined): Buffer | undefined {
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64');
}

function parsed(text: string): Answer['body'] {
  try {
    return JSON.parse(text) as Answer['body'];
  } catch {
    return { message: text };
  }
}
