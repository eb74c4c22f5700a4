import { ImportsError } from './imports-error';
import { InputFile } from './input-files';

/** A field of a message, as mesh-config.json has it. */
interface FactField {
  readonly name: string;
  readonly type: string;
  readonly list?: boolean;
  readonly map?: boolean;
  readonly oneOf?: string;
  readonly deprecated?: boolean;
}

interface MeshConfigFacts {
  readonly module: string;
  readonly messages: Readonly<Record<string, readonly FactField[]>>;
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

/** A field of the mesh configuration: its type is that of a scalar, or the name of a message or an enum. */
export interface ConfigField extends FactField {
  readonly name: string;
  readonly type: string;
}

/** What the mesh configuration can hold, by names that TypeScript takes. */
export interface MeshConfigSchema {
  /** what it is taken from: `istio.io/api v1.30.3` */
  readonly module: string;
  readonly messages: ReadonlyMap<string, readonly ConfigField[]>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
}

const ROOT = 'istio.mesh.v1alpha1.MeshConfig';

/** What Istio 1.27 has removed, although its API still has the names: whoever writes it is ignored. */
const REMOVED: Readonly<Record<string, readonly string[]>> = {
  'istio.mesh.v1alpha1.MeshConfig.ExtensionProvider': ['lightstep', 'opencensus'],
  'istio.mesh.v1alpha1.Tracing': ['lightstep', 'openCensusAgent'],
};

const SCALARS: Readonly<Record<string, string>> = {
  'bool': 'boolean', 'double': 'number', 'int32': 'int32', 'string': 'string', 'uint32': 'uint32',
  'google.protobuf.BoolValue': 'boolean', 'google.protobuf.Duration': 'duration', 'google.protobuf.Int32Value': 'int32',
  'google.protobuf.Int64Value': 'int64', 'google.protobuf.Struct': 'any',
};

/** The messages and enums that can be reached from the mesh configuration, without what Istio has removed. */
export function meshConfigSchema(facts: InputFile): MeshConfigSchema {
  const { module, messages, enums } = JSON.parse(facts.text) as MeshConfigFacts;
  const found = new Map<string, readonly ConfigField[]>();
  const foundEnums = new Map<string, readonly string[]>();
  const types = new Map<string, string>();
  const visit = (type: string): void => {
    const name = typeName(type);
    if ((types.get(name) ?? type) !== type) {
      throw new ImportsError(`${facts.name}: "${type}" and "${types.get(name)}" would both be called ${name}; teach scripts/imports/mesh-config-schema.ts another name`);
    }
    types.set(name, type);
    if (enums[type] !== undefined) {
      foundEnums.set(name, enums[type]);
    } else if (!(type in SCALARS) && !found.has(name)) {
      const fields = fieldsOf(type, messages, facts);
      found.set(name, fields.map(field => ({ ...field, type: SCALARS[field.type] ?? typeName(field.type) })));
      fields.forEach(field => visit(field.type));
    }
  };
  visit(ROOT);
  return { module, messages: byName(found), enums: byName(foundEnums) };
}

function fieldsOf(type: string, messages: MeshConfigFacts['messages'], { name: file }: InputFile): readonly FactField[] {
  if (messages[type] === undefined) {
    throw new ImportsError(`${file}: does not tell what "${type}" is; give the message or enum, or teach scripts/imports/mesh-config-schema.ts the type`);
  }
  return messages[type].filter(({ name }) => !(REMOVED[type] ?? []).includes(name));
}

/** `MeshConfigTlsConfig` of `istio.mesh.v1alpha1.MeshConfig.TLSConfig`: acronyms become words, as in the other files. */
function typeName(type: string): string {
  return type.replace(/^[a-z]\w*(?:\.[a-z]\w*)*\./, '').split('.')
    .map(part => part.replace('TLSmode', 'TlsMode').replace(/[A-Z]+(?=[A-Z][a-z]|$)/g, acronym => acronym[0] + acronym.slice(1).toLowerCase()))
    .join('');
}

function byName<T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...map].sort(([one], [other]) => (one < other ? -1 : 1)));
}
