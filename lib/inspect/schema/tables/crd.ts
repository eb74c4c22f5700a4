/** The parts of a CustomResourceDefinition that its schema nodes are made of. */
export interface Crd {
  readonly spec: {
    readonly group: string;
    readonly scope: 'Namespaced' | 'Cluster';
    readonly names: { readonly kind: string };
    readonly versions: readonly CrdVersion[];
  };
}

export interface CrdVersion {
  readonly name: string;
  readonly served: boolean;
  readonly schema?: { readonly openAPIV3Schema?: JsonSchema };
}

/** A JSON schema in the dialect of CRDs, or of the OpenAPI v2 document that an API server publishes. */
export interface JsonSchema extends JsonSchemaExtensions {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly [keyword: string]: unknown;
}

interface JsonSchemaExtensions {
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-validations'?: readonly CrdRule[];
}

export interface CrdRule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/** The value as a CRD, if it says that it is one; `crdViolations` tells whether it is as good as its word. */
export function asCrd(value: Readonly<Record<string, unknown>>): Crd | undefined {
  return value.kind === 'CustomResourceDefinition' && GROUP.test(String(value.apiVersion)) ? value as unknown as Crd : undefined;
}

/** A version that is gone is a CRD too, and not one that is passed over in silence. */
const GROUP = /^apiextensions\.k8s\.io\//;
