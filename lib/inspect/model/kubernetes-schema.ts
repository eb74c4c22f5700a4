import { defineMappingTag, defineScalarTag, defineSequenceTag, NOT_RESOLVED, Schema, strTag } from 'js-yaml';
import { FIRST_CHARACTERS, PlainScalar, plainScalar } from './plain-scalar';

/** What is said of a key that stands twice; the reader knows it by these words. */
export const DUPLICATE_KEY = 'duplicate key';

/** How it is said of a key that JSON does not have it; the reader knows it by these words. */
export const NO_KEY = 'is not a valid JSON key';

/** How Kubernetes reads YAML. A key that stands twice in one mapping is an error. */
export const strictSchema = schema(true);

/** The same, but the last of equal keys wins without a word, as with `kubectl apply`. */
export const lastWinsSchema = schema(false);

/** The text of a key in JSON, which knows no other keys; undefined for a key that Kubernetes refuses. */
export function keyText(key: unknown): string | undefined {
  switch (typeof key) {
    case 'string':
      return key;
    case 'number':
      return numberText(key);
    case 'boolean':
      return String(key);
    default:
      return key === MERGE ? '<<' : undefined;
  }
}

function numberText(number: number): string {
  if (Number.isFinite(number)) {
    return String(number);
  }
  return Number.isNaN(number) ? '.nan' : number > 0 ? '.inf' : '-.inf';
}

/** Stands for a plain `<<` while a document is read. js-yaml knows merging too, but not the order in which Kubernetes does it. */
const MERGE = Symbol('<<');

interface Mapping {
  readonly pairs: Record<string, unknown>;
  /** Keys that came from elsewhere and are not written here yet: doing so is no duplicate. */
  merged?: Set<string>;
}

function schema(strict: boolean): Schema {
  return new Schema([
    defineScalarTag<PlainScalar>('plain', {
      implicit: true,
      implicitFirstChars: FIRST_CHARACTERS,
      resolve: source => {
        const value = plainScalar(source);
        return typeof value === 'string' ? NOT_RESOLVED : value;
      },
      identify: never,
    }),
    defineScalarTag('merge', { implicit: true, implicitFirstChars: ['<'], resolve: source => (source === '<<' ? MERGE : NOT_RESOLVED), identify: never }),
    strTag,
    typed('null', value => value === null),
    typed('bool', value => typeof value === 'boolean'),
    typed('int', value => Number.isInteger(value)),
    typed('float', value => typeof value === 'number'),
    defineScalarTag('tag:yaml.org,2002:binary', { resolve: bytesAsText, identify: never }),
    // Any other tag is passed over.
    defineScalarTag('', { matchByTagPrefix: true, resolve: source => source, identify: never }),
    defineSequenceTag<unknown[]>('tag:yaml.org,2002:seq', sequence()),
    defineSequenceTag<unknown[]>('', { ...sequence(), matchByTagPrefix: true }),
    defineMappingTag<Mapping, object>('tag:yaml.org,2002:map', mapping(strict)),
    defineMappingTag<Mapping, object>('', { ...mapping(strict), matchByTagPrefix: true }),
  ]);
}

/** A scalar with an explicit tag, such as `!!int "8"`. */
function typed(name: string, fits: (value: PlainScalar) => boolean): ReturnType<typeof defineScalarTag<PlainScalar>> {
  return defineScalarTag<PlainScalar>(`tag:yaml.org,2002:${name}`, {
    resolve: source => {
      const value = plainScalar(source);
      return fits(value) ? value : NOT_RESOLVED;
    },
    identify: never,
  });
}

function sequence(): Parameters<typeof defineSequenceTag<unknown[]>>[1] {
  return {
    create: () => [],
    addItem: (items, item) => {
      items.push(item === MERGE ? '<<' : item);
      return numberProblem(item);
    },
    // A finalizer, even one that does nothing, is how js-yaml is told that an anchor may not contain itself.
    finalize: items => items,
    identify: never,
  };
}

function mapping(strict: boolean): Parameters<typeof defineMappingTag<Mapping, object>>[1] {
  return {
    create: () => ({ pairs: {} }),
    addPair: (carrier, key, value) => {
      if (key === MERGE) {
        return merge(carrier, value);
      }
      const name = keyText(key);
      if (name === undefined) {
        return `${key === null ? 'null' : 'a list or mapping'} ${NO_KEY}`;
      }
      const repeated = strict && Object.hasOwn(carrier.pairs, name) && !carrier.merged?.delete(name);
      if (repeated) {
        return DUPLICATE_KEY;
      }
      set(carrier.pairs, name, value === MERGE ? '<<' : value);
      return numberProblem(value);
    },
    // These three are asked for js-yaml's own merging alone.
    has: ({ pairs }, key) => Object.hasOwn(pairs, String(key)),
    keys: Object.keys,
    get: (result, key) => (result as Record<string, unknown>)[String(key)],
    finalize: ({ pairs }) => pairs,
    identify: never,
  };
}

/** What is merged replaces what stood before it, and of a list of mappings the first wins. */
function merge(carrier: Mapping, value: unknown): string {
  carrier.merged ??= new Set();
  const sources: unknown[] = Array.isArray(value) ? [...value].reverse() : [value];
  for (const source of sources) {
    if (source === null || typeof source !== 'object' || Array.isArray(source)) {
      return 'only a mapping, or a list of mappings, can be merged';
    }
    for (const [key, merging] of Object.entries(source)) {
      set(carrier.pairs, key, merging);
      carrier.merged.add(key);
    }
  }
  return '';
}

/** A key `__proto__` is a key like any other. */
function set(pairs: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(pairs, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    pairs[key] = value;
  }
}

function numberProblem(value: unknown): string {
  return typeof value === 'number' && !Number.isFinite(value) ? `${numberText(value)} is not a valid JSON number` : '';
}

function bytesAsText(source: string): string | typeof NOT_RESOLVED {
  const base64 = source.replace(/[\r\n]/g, '');
  return base64.length % 4 === 0 && BASE64.test(base64) ? Buffer.from(base64, 'base64').toString() : NOT_RESOLVED;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function never(): boolean {
  return false;
}
