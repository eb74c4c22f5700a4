import { isObject } from '../../is-object';
import { Findings } from '../check/findings';
import { addNotInEnum } from '../check/misfits';
import { nameOf, shown } from '../check/wording';
import { SchemaStore } from '../schema-store';
import { ObjectPath, Violation } from '../violation';
import { violations } from '../violations';
import { Crd } from './crd';
import { TYPES } from './crd-nodes';

/** Why no table can be made of a CRD: what an API server has against it or, where that is nothing, what its schemas say that no table holds. */
export function crdViolations(crd: Crd, schemas: SchemaStore): readonly Violation[] {
  const found = violations(crd, { schemas });
  return found.length > 0 ? found : new SchemaCheck(crd, schemas).run();
}

/** Holds the schemas of a CRD, in which all that OpenAPI tells of them is right, against what is made of them. */
class SchemaCheck {
  private readonly findings = new Findings();

  constructor(private readonly crd: Crd, private readonly schemas: SchemaStore) {}

  public run(): readonly Violation[] {
    const { scope, versions } = this.crd.spec;
    this.below(['spec', 'scope'], () => this.checkEnum(scope, SCOPES));
    versions.forEach(({ schema }, place) => {
      const root = schema?.openAPIV3Schema;
      if (root) {
        this.below(['spec', 'versions', place, 'schema', 'openAPIV3Schema'], () => this.check(root));
      }
    });
    return this.findings.sorted;
  }

  private check(schema: unknown): void {
    if (!isObject(schema)) {
      this.findings.add({ kind: 'type', message: `${nameOf(this.findings.path)} must be a schema, not ${shown(schema)}`, expected: 'a schema' });
      return;
    }
    this.below(['type'], () => this.checkEnum(schema.type, Object.keys(TYPES)));
    for (const keyword of REFUSED.filter(name => isSet(schema[name]))) {
      this.findings.add({ kind: 'unknown-field', message: `${JSON.stringify(keyword)} is not allowed in the schema of a CRD`, repair: 'write out what it refers to' }, keyword);
    }
    for (const keyword of ['properties', 'allOf', 'anyOf', 'oneOf']) {
      for (const [step, below] of entriesOf(schema[keyword])) {
        this.below([keyword, step], () => this.check(below));
      }
    }
    if (isSet(schema.not)) {
      this.below(['not'], () => this.check(schema.not));
    }
    this.checkHidden('items', schema.items);
    if (typeof schema.additionalProperties !== 'boolean') {
      this.checkHidden('additionalProperties', schema.additionalProperties);
    }
  }

  private checkEnum(value: unknown, values: readonly string[]): void {
    if (isSet(value) && value !== '' && !values.includes(value as string)) {
      addNotInEnum(this.findings, value, values);
    }
  }

  /** Checks a schema where OpenAPI lets anything stand: first as it judges one that is called so and stands among the properties. */
  private checkHidden(keyword: string, schema: unknown): void {
    if (!isSet(schema)) {
      return;
    }
    const asProperty = isObject(schema) ? violations(this.crdWith({ [keyword]: schema }), { schemas: this.schemas }) : [];
    for (const { path, ...problem } of asProperty) {
      this.findings.add(problem, ...path.slice(PROPERTIES.length));
    }
    if (asProperty.length === 0) {
      this.below([keyword], () => this.check(schema));
    }
  }

  private crdWith(properties: Readonly<Record<string, unknown>>): unknown {
    const version = { name: 'v1', storage: true, schema: { openAPIV3Schema: { properties } } };
    return { ...this.crd, spec: { ...this.crd.spec, versions: [version] } };
  }

  private below(steps: ObjectPath, check: () => void): void {
    this.findings.path.push(...steps);
    check();
    this.findings.path.length -= steps.length;
  }
}

const SCOPES = ['Cluster', 'Namespaced'];

/** JSON schema has them, and OpenAPI the fields for them, but an API server takes no CRD that uses them. */
const REFUSED = ['$ref', 'additionalItems', 'definitions', 'dependencies', 'patternProperties'];

const PROPERTIES: ObjectPath = ['spec', 'versions', 0, 'schema', 'openAPIV3Schema', 'properties'];

/** What a list or a map holds, by position or key; nothing of null. */
function entriesOf(value: unknown): ReadonlyArray<readonly [string | number, unknown]> {
  return Array.isArray(value) ? [...value.entries()] : Object.entries(value ?? {});
}

/** To the API server null is as good as absent. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
