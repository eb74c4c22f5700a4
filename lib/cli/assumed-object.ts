import { nearest } from '../inspect/nearest';
import type { SchemaStore } from '../inspect/schema/schema-store';
import { CliError } from './cli-error';

/**
 * What `--assume` names, as it was written. A slip would change nothing, and nobody would know why.
 *
 * @throws CliError when it is no such thing, its kind is known to nobody, or a namespace is missing or too much
 */
export function assumedObject(flag: string, schemas: SchemaStore): string {
  const problem = problemOfAssumed(flag, schemas);
  if (problem !== undefined) {
    throw new CliError(`--assume ${flag}: ${problem}`);
  }
  return flag;
}

/** What is wrong with the name of an object that is said to exist elsewhere, and how to mend it; undefined for nothing. */
export function problemOfAssumed(text: string, schemas: SchemaStore): string | undefined {
  const [, kind, namespace, name] = /^\s*(\S+)\s+(?:([^\s/]+)\/)?([^\s/]+)\s*$/.exec(text) ?? [];
  if (name === undefined || !NAME.test(name)) {
    return 'expected \'Kind namespace/name\', for example \'Secret istio-system/shop-tls\'';
  }
  const groups = schemas.groups.filter(group => schemas.kindsOf(group).includes(kind));
  if (groups.length === 0) {
    const near = nearest(kind, [...new Set(schemas.groups.flatMap(group => schemas.kindsOf(group)))]);
    return `unknown kind ${kind}; ${near.length === 0 ? 'pass its CRD with --crds' : `did you mean ${near.join(' or ')}?`}`;
  }
  const scopes = groups.map(group => schemas.kind(group, kind)?.scope === 'Cluster');
  if (namespace === undefined && !scopes.includes(true)) {
    return `a ${kind} needs a namespace; write '${kind} namespace/${name}'`;
  }
  return namespace !== undefined && !scopes.includes(false) ? `a ${kind} is cluster-scoped; write '${kind} ${name}'` : undefined;
}

const NAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
