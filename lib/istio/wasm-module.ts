import { requireImage } from '../mesh/private/pods/image';
import type { WasmModuleIntent } from './private/wasm-module-intent';

/** How an image is got, and which one it has to be. */
export interface WasmImageOptions {
  /**
   * Whether it is pulled again whenever the filter changes, though it is there.
   *
   * @default false
   */
  readonly alwaysPull?: boolean;
  /**
   * Name of the Secret, of type `kubernetes.io/dockerconfigjson`, with the credentials for the registry. It lies in the namespace of the filter,
   * and is not ours to create.
   *
   * @default - anybody may pull the image
   */
  readonly pullSecret?: string;
  /**
   * The digest that the image has to have, 64 hexadecimal digits: what else is behind the tag some day is refused.
   *
   * @default - the digest that the image names, or whatever is behind its tag
   */
  readonly sha256?: string;
}

/** A program of WebAssembly that proxies run, and where they get it from. */
export class WasmModule {
  /**
   * A file that is in the proxies already, such as one of `web.proxy.mountVolume(...)`.
   *
   * @throws when it has no absolute path
   */
  public static file(path: string): WasmModule {
    if (!/^\/[^\s?#]*[^\s?#/]$/.test(path)) {
      throw new Error(`WasmModule.file: "${path}" is not an absolute file path. Use its path in the proxy, such as "/etc/wasm/limits.wasm".`);
    }
    return new WasmModule({ url: `file://${path}` });
  }

  /**
   * A file that proxies download. Without its SHA-256 they would run whatever the server sends.
   *
   * @param sha256 64 hexadecimal digits
   * @throws when it is no address of HTTPS, or no SHA-256
   */
  public static https(url: string, sha256: string): WasmModule {
    if (!/^https:\/\/[^\s/@]+\/\S+$/.test(url) || !URL.canParse(url)) {
      throw new Error(`WasmModule.https: "${url}" is not a file URL. Use one such as "https://files.example.com/limits-1.2.0.wasm".`);
    }
    return new WasmModule({ url, sha256: requireSha256(sha256, `WasmModule.https("${url}")`) });
  }

  /**
   * An image in a registry, `registry.example.com/filters/limits:1.2.0`.
   *
   * @throws when it is no image, has neither a digest nor a tag of its own, or names two digests
   */
  public static image(image: string, options: WasmImageOptions = {}): WasmModule {
    const call = `WasmModule.image("${image}")`;
    const { alwaysPull = false, pullSecret, sha256 } = options;
    requireImage(image, 'WasmModule.image');
    if (!image.includes('/')) {
      throw new Error(`${call}: has no registry, which proxies need. Use one such as "registry.example.com/${image}".`);
    }
    if (sha256 !== undefined && image.includes('@')) {
      throw new Error(`${call}: the image already has a digest. Leave sha256 out.`);
    }
    if (pullSecret !== undefined && !SECRET_NAME.test(pullSecret)) {
      throw new Error(`${call}: "${pullSecret}" is not a valid Secret name. Use lowercase letters, digits, dots and inner hyphens.`);
    }
    return new WasmModule({ url: `oci://${image}`, sha256: sha256 && requireSha256(sha256, call), alwaysPull, pullSecret });
  }

  /** @internal */
  public readonly _intent: WasmModuleIntent;

  private constructor(intent: WasmModuleIntent) {
    this._intent = intent;
  }
}

const SECRET_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

function requireSha256(text: string, call: string): string {
  if (!/^[a-f0-9]{64}$/.test(text)) {
    throw new Error(`${call}: "${text}" is not a SHA-256. Use 64 lowercase hexadecimal digits, as printed by sha256sum.`);
  }
  return text;
}
