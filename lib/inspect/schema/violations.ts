import { isObject } from '../is-object';
import { Context } from './check/context';
import { CustomDecoding } from './check/custom-decoding';
import { checkRelease, findSchema, TypeMeta } from './check/find-schema';
import { Findings } from './check/findings';
import { checkMetadata } from './check/metadata';
import { nameRuleOf } from './check/metadata-rules';
import { NativeCheck } from './check/native-check';
import { checkRules } from './check/rules';
import { StructureCheck } from './check/structure';
import { shown } from './check/wording';
import { own } from './own';
import { SchemaStore } from './schema-store';
import { subdomain } from './syntax/names';
import { Violation } from './violation';

export interface ViolationOptions {
  readonly schemas: SchemaStore;
  /** the Istio release that the object is meant for (`1.30`); without one whatever any release knows is taken */
  readonly istioRelease?: string;
}

/**
 * What an API server with these schemas has against the creation of an object: each rule that it breaks, sorted by place.
 * Takes any JSON value, and does not throw. An object of a group that the schemas do not know breaks no rule.
 *
 * It is the answer to a strict client, such as kubectl: an unknown field is a violation. Other clients get the field dropped, so the rest
 * of the object is judged without it.
 */
export function violations(object: unknown, { schemas, istioRelease }: ViolationOptions): readonly Violation[] {
  const findings = new Findings();
  if (!isObject(object)) {
    findings.add({ kind: 'type', message: `a Kubernetes object must be an object, not ${shown(object)}`, expected: 'an object' });
  } else if (checkTypeMeta(object, findings)) {
    checkAs(object, schemas, findings, istioRelease);
  }
  return findings.sorted;
}

function checkTypeMeta(object: Readonly<Record<string, unknown>>, findings: Findings): object is Readonly<Record<string, unknown>> & TypeMeta {
  for (const key of ['apiVersion', 'kind']) {
    const value = own(object, key);
    if (value === undefined || value === null || value === '') {
      findings.add({ kind: 'required', message: `${key} is missing`, expected: 'a string' }, key);
    } else if (typeof value !== 'string') {
      findings.add({ kind: 'type', message: `${key} must be a string, not ${shown(value)}`, expected: 'a string' }, key);
    }
  }
  return findings.size === 0;
}

function checkAs(object: Readonly<Record<string, unknown>> & TypeMeta, schemas: SchemaStore, findings: Findings, release?: string): void {
  const found = findSchema(object, schemas, findings);
  if (found === undefined) {
    return;
  }
  const { kind: { table }, version } = found;
  checkRelease(object, version, release, findings);
  const context = { findings, nodes: table.nodes, root: version.root ?? -1, metadata: schemas.metadata, kind: object.kind, release };
  checkMetadata(context, own(object, 'metadata'), table.native === 1 ? nameRuleOf(object.kind) : subdomain);
  if (version.root !== undefined) {
    (table.native === 1 ? checkNative : checkCustom)(context, object);
  }
}

function checkNative(context: Context, object: unknown): void {
  new NativeCheck(context).check(object, context.root);
}

function checkCustom(context: Context, object: unknown): void {
  const decoded = new CustomDecoding(context).decode(object, context.root);
  new StructureCheck(context).check(decoded, context.root);
  checkRules(context);
}
