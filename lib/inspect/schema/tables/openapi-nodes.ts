import { METADATA, NodeIndex, SchemaNode, TypeCode } from '../node';
import { own } from '../own';
import { JsonSchema } from './crd';
import { NodePool } from './node-pool';
import { isDemanded } from './openapi-required';

/** OpenAPI v2 definitions by name, as an API server publishes them under /openapi/v2. */
export type Definitions = Readonly<Record<string, JsonSchema>>;

/** Turns OpenAPI definitions of built-in kinds into nodes of one pool: what decoding into Go types demands. */
export class OpenApiNodes {
  private readonly places = new Map<string, NodeIndex>();
  private readonly open = new Set<string>();

  constructor(private readonly pool: NodePool, private readonly definitions: Definitions) {}

  /** The node of a definition. One that contains itself gets a place before its content is known. */
  public addDefinition(name: string): NodeIndex {
    const place = this.places.get(name);
    if (place !== undefined) {
      return place;
    }
    return this.open.has(name) ? this.remember(name, this.pool.reserve()) : this.addNew(name);
  }

  private addNew(name: string): NodeIndex {
    this.open.add(name);
    const node = this.nodeOf(this.definitions[name], shortName(name));
    this.open.delete(name);
    const reserved = this.places.get(name);
    if (reserved !== undefined) {
      this.pool.fill(reserved, node);
      return reserved;
    }
    return this.remember(name, this.pool.add(node));
  }

  private remember(name: string, place: NodeIndex): NodeIndex {
    this.places.set(name, place);
    return place;
  }

  private add(schema: JsonSchema): NodeIndex {
    const definition = schema.$ref?.split('/').pop();
    if (definition === undefined) {
      return this.pool.add(this.nodeOf(schema));
    }
    return shortName(definition) === 'ObjectMeta' ? METADATA : this.addDefinition(definition);
  }

  private nodeOf(schema: JsonSchema, name = ''): SchemaNode {
    const type = own(TYPES, schema.type ?? '');
    return own(OWN_FORMS, name) ?? {
      ...(type !== undefined && { t: type }),
      ...(schema.format !== undefined && { f: schema.format }),
      ...this.fieldsOf(schema, name),
      ...(schema.items !== undefined && { i: this.add(schema.items) }),
      ...(schema.enum !== undefined && { e: schema.enum }),
    };
  }

  private fieldsOf({ properties, required = [], additionalProperties }: JsonSchema, name: string): SchemaNode {
    const fields = Object.entries(properties ?? {}).map(([property, content]) => [property, this.add(content)]);
    const demanded = required.filter(property => isDemanded(name, property));
    return {
      ...(properties !== undefined && { p: Object.fromEntries(fields) as Record<string, NodeIndex> }),
      ...(demanded.length > 0 && { r: demanded }),
      ...(typeof additionalProperties === 'object' && { a: this.add(additionalProperties) }),
    };
  }
}

const TYPES: Readonly<Record<string, TypeCode>> = { object: 'o', array: 'a', string: 's', integer: 'i', number: 'n', boolean: 'b' };

/** Go types with a JSON form of their own, which OpenAPI v2 cannot tell. The JSON forms of a schema in a CRD are decoded forgivingly. */
const OWN_FORMS: Readonly<Record<string, SchemaNode>> = {
  FieldsV1: {},
  IntOrString: { t: 'x' },
  JSON: {},
  JSONSchemaPropsOrArray: {},
  JSONSchemaPropsOrBool: {},
  JSONSchemaPropsOrStringArray: {},
  Quantity: { t: 'q' },
};

function shortName(definition: string): string {
  return definition.slice(definition.lastIndexOf('.') + 1);
}
