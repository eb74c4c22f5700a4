import type { ObjectName } from './source-object';
import { below } from './typed-code';

/** An object as its author has written it, without what servers have added. */
export interface DesiredObject {
  readonly name: ObjectName;
  readonly value: Readonly<Record<string, unknown>>;
  /** Paths of what was left out. */
  readonly leftOut: readonly string[];
}

/** Why an object cannot be written at all. */
export class Unwritable extends Error {}

/**
 * Takes out of an object what only servers write, and fields that are null, which count as absent.
 *
 * @throws Unwritable when it is no object that can be applied
 */
export function desiredObject(source: Readonly<Record<string, unknown>>): DesiredObject {
  const leftOut: string[] = [];
  const keep = (path: string, value: unknown): boolean => {
    const stays = value !== null && !SERVER_SET.has(path);
    if (!stays) {
      leftOut.push(path);
    }
    return stays;
  };
  const value = withoutEmptyMarks(kept(source, { keep, path: '', depth: 0 }) as Mapping, source);
  return { name: objectName(value), value, leftOut };
}

type Mapping = Readonly<Record<string, unknown>>;

const SERVER_SET: ReadonlySet<string> = new Set([
  'status',
  ...['creationTimestamp', 'deletionGracePeriodSeconds', 'deletionTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid']
    .map(field => `metadata.${field}`),
  ...['kubectl.kubernetes.io/last-applied-configuration', 'deployment.kubernetes.io/revision', 'deprecated.daemonset.template.generation']
    .map(annotation => below('metadata.annotations', annotation)),
]);

interface Keeping {
  readonly keep: (path: string, value: unknown) => boolean;
  readonly path: string;
  readonly depth: number;
}

const MAX_DEPTH = 200;

function kept(value: unknown, { keep, path, depth }: Keeping): unknown {
  if (depth > MAX_DEPTH) {
    throw new Unwritable(`it is nested more than ${MAX_DEPTH} levels deep`);
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => {
      if (item === null) {
        throw new Unwritable(`${path}[${index}] is null, which cdk8s does not render: remove it`);
      }
      return kept(item, { keep, path: `${path}[${index}]`, depth: depth + 1 });
    });
  }
  if (losesDigits(value)) {
    throw new Unwritable(`${path} is an integer beyond 2^53, which JavaScript cannot represent exactly: apply this object as it is`);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).flatMap(([key, entry]: [string, unknown]) => {
    const place = below(path, key);
    return keep(place, entry) ? [[key, kept(entry, { keep, path: place, depth: depth + 1 })]] : [];
  }));
}

/** Whether Kubernetes keeps a whole number as it is, in 64 bits, and JavaScript rounds it. Beyond that both keep it as a fraction. */
function losesDigits(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value as number) <= 2 ** 64;
}

/** Annotations of which nothing was kept are none. */
function withoutEmptyMarks(value: Mapping, source: Mapping): Mapping {
  const { metadata } = value;
  if (!isMapping(metadata) || !isMapping(metadata.annotations) || Object.keys(metadata.annotations).length > 0) {
    return value;
  }
  const { annotations } = source.metadata as { readonly annotations: object };
  const { annotations: none, ...rest } = metadata;
  return Object.keys(annotations).length === 0 ? value : { ...value, metadata: rest };
}

function objectName({ apiVersion, kind, metadata }: Mapping): ObjectName {
  if (!isText(apiVersion) || !isText(kind)) {
    throw new Unwritable('apiVersion and kind must be strings: add both');
  }
  const { name, namespace } = isMapping(metadata) ? metadata : {};
  if (!isText(name)) {
    throw new Unwritable(`${kind} has no metadata.name: add one`);
  }
  if (namespace !== undefined && !isText(namespace)) {
    throw new Unwritable(`${kind} ${name}: metadata.namespace is not a string: write a string, or omit it`);
  }
  return { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
