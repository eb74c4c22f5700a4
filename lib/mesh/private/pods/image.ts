/** Of a component of a path, and of a registry: what Docker and containerd take. */
const NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;

const REGISTRY = /^(?:\[[0-9A-Fa-f:]+\]|[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*)(?::\d+)?$/;

const TAG = /^\w[\w.-]{0,127}$/;

const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** @throws when a text is no image, or one that is another tomorrow: it has neither a digest nor a tag, or the tag `latest` */
export function requireImage(image: string, place: string): void {
  const [named, digest, ...more] = image.split('@');
  const [, name, tag] = /^(.*?)(?::([^/:]*))?$/.exec(named)!;
  const isDigest = digest === undefined || DIGEST.test(digest);
  if (!isName(name) || !(tag === undefined || TAG.test(tag)) || !isDigest || more.length > 0) {
    throw new Error(`${place}: "${image}" is not an image. Use registry, path and tag, such as "registry.example.com:5000/shop/web:1.4.2", or a digest after "@".`);
  }
  if (digest === undefined && (tag === undefined || tag === 'latest')) {
    throw new Error(`${place}: "${image}" is whatever was pushed last, so pods of one version may differ. Use a fixed tag, such as "${name}:1.4.2", or a digest.`);
  }
}

/** What comes before the first slash is a registry if it cannot be a part of a path on the hub of Docker. */
function isName(name: string): boolean {
  const [first, ...rest] = name.split('/');
  const hasRegistry = rest.length > 0 && (/[.:[A-Z]/.test(first) || first === 'localhost');
  const path = hasRegistry ? rest : [first, ...rest];
  return (!hasRegistry || REGISTRY.test(first)) && path.every(part => NAME.test(part)) && name.length <= 255;
}
