import { nearest } from '../inspect/nearest';
import type { SchemaStore } from '../inspect/schema/schema-store';
import { CliError } from './cli-error';

/**
 * What `--assume` names, as it was written. A slip would change nothing, and nobody would know why.
 *
 * @throws CliError when it is no such thing, its kind is known to nobody, or a namespace is missing or too much
 */
export function assumedObject(flag: string, schemas: SchemaStore): string {
  const [, kind, namespace, name] = /^\s*(\S+)\s+(?:([^\s/]+)\/)?([^\s/]+)\s*$/.exec(flag) ?? [];
  if (name === undefined || !NAME.test(name)) {
    throw new CliError(`--assume ${flag}: is no 'Kind namespace/name'; write for example --assume 'Secret istio-system/shop-tls'`);
  }
  const groups = schemas.groups.filter(group => schemas.kindsOf(group).includes(kind));
  if (groups.length === 0) {
    const near = nearest(kind, [...new Set(schemas.groups.flatMap(group => schemas.kindsOf(group)))]);
    const repair = near.length === 0 ? 'name its definition with --crds' : `did you mean ${near.join(' or ')}?`;
    throw new CliError(`--assume ${flag}: nobody knows the kind ${kind}; ${repair}`);
  }
  const scopes = groups.map(group => schemas.kind(group, kind)?.scope === 'Cluster');
  if (namespace === undefined && !scopes.includes(true)) {
    throw new CliError(`--assume ${flag}: a ${kind} is in a namespace; write '${kind} namespace/${name}'`);
  }
  if (namespace !== undefined && !scopes.includes(false)) {
    throw new CliError(`--assume ${flag}: a ${kind} is in no namespace; write '${kind} ${name}'`);
  }
  return flag;
}

const NAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
