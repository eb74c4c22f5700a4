import type { CelRule } from '../../lib/inspect/schema/node';
import type { JsonSchema } from '../../lib/inspect/schema/tables/crd';

/** What an API server says of CEL expressions: `test/inspect/schema/cel/api-server-expressions.json`. */
export interface ExpressionTable {
  /** the release of the server that answered */
  readonly server: string;
  /** schemas, by the name that the cases use */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly expressions: readonly ExpressionGroup[];
  readonly rules: readonly RuleCase[];
}

/** Expressions about one value. */
export interface ExpressionGroup {
  readonly about: string;
  readonly schema: string;
  readonly self: unknown;
  /** rules: true where the value keeps them, or the message */
  readonly rules: Readonly<Record<string, true | string>>;
  /** expressions that give a text: the text, or null where they give none that can be a message */
  readonly texts: Readonly<Record<string, string | null>>;
}

/** A rule with all that can stand beside it. */
export interface RuleCase {
  readonly about: string;
  readonly schema: string;
  readonly self: unknown;
  readonly rule: CelRule;
  /** where the value breaks it, below the value itself, and the message; null where it does not */
  readonly answer: Complaint | null;
}

export type Complaint = readonly [field: string, message: string];

/** What an API server says of objects under the rules of the CRDs: `test/inspect/schema/cel/api-server-rules.json`. */
export interface ObjectTable {
  readonly server: string;
  readonly objects: readonly ObjectCase[];
}

export interface ObjectCase {
  readonly object: KubernetesObject;
  /** what is wrong with it, by rule or schema */
  readonly complaints: readonly Complaint[];
}

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly [field: string]: unknown;
}

/** The text of the file: a line an expression, so that a change of an answer is one line in a review. */
export function expressionsText(table: ExpressionTable): string {
  return `${JSON.stringify(table, undefined, 1)}\n`;
}

/** The text of the file: a line an object. */
export function objectsText({ server, objects }: ObjectTable): string {
  const lines = objects.map(({ object, complaints }) => `  ${JSON.stringify({ object, complaints })}`);
  return `{"server":${JSON.stringify(server)},"objects":[\n${lines.join(',\n')}\n]}\n`;
}
