import { isObject } from '../is-object';
import { nearlySpelled } from '../nearest';
import { hasVersionIn, isServed } from './check/api-versions';
import { Context } from './check/context';
import { CustomDecoding } from './check/custom-decoding';
import { findSchema, TypeMeta } from './check/find-schema';
import { Findings } from './check/findings';
import { fits } from './check/fits';
import { checkRelease } from './check/kind-releases';
import { checkMetadata } from './check/metadata';
import { nameRuleOf } from './check/metadata-rules';
import { NativeCheck } from './check/native-check';
import { addOtherSpec } from './check/other-spec';
import { checkRules } from './check/rules';
import { StructureCheck } from './check/structure';
import { shown } from './check/wording';
import { checkNativeRules } from './native/native-rules';
import { NodeIndex, SchemaTable } from './node';
import { own } from './own';
import { SchemaStore } from './schema-store';
import { subdomain } from './syntax/names';
import { Violation, ViolationKind } from './violation';

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
export function violations(object: unknown, options: ViolationOptions): readonly Violation[] {
  const findings = new Findings();
  if (!isObject(object)) {
    findings.add({ kind: 'type', message: `a Kubernetes object must be an object, not ${shown(object)}`, expected: 'an object' });
  } else if (checkTypeMeta(object, findings)) {
    checkAs(object, options, findings);
  }
  return findings.sorted;
}

/** Whether an object can be held against a schema: false where nobody knows its kind, or the schema of its version, and so nothing is found. */
export function canJudge(object: unknown, schemas: SchemaStore): boolean {
  const findings = new Findings();
  if (!isObject(object) || !checkTypeMeta(object, findings)) {
    return true;
  }
  return findSchema(object, { schemas }, findings)?.version.root !== undefined || findings.size > 0;
}

function checkTypeMeta(object: Readonly<Record<string, unknown>>, findings: Findings): object is Readonly<Record<string, unknown>> & TypeMeta {
  for (const key of ['apiVersion', 'kind']) {
    const value = own(object, key);
    if (value === undefined || value === null || value === '') {
      const near = misspelled(object, key);
      findings.add({ kind: 'required', message: `${key} is missing`, expected: 'a string', repair: near && `"${near}": did you mean "${key}"?` }, near ?? key);
    } else if (typeof value !== 'string') {
      findings.add({ kind: 'type', message: `${key} must be a string, not ${shown(value)}`, expected: 'a string' }, key);
    }
  }
  return findings.size === 0;
}

/** What somebody wrote who meant a key that is not there. */
function misspelled(object: Readonly<Record<string, unknown>>, key: string): string | undefined {
  return nearlySpelled(key, Object.keys(object).filter(other => other !== key && typeof object[other] === 'string'), 1)[0];
}

function checkAs(object: Readonly<Record<string, unknown>> & TypeMeta, options: ViolationOptions, findings: Findings): void {
  const { schemas, istioRelease } = options;
  const found = findSchema(object, options, findings);
  if (found === undefined) {
    return;
  }
  const { kind: { table }, version } = found;
  if (istioRelease !== undefined) {
    checkRelease(object, found, istioRelease, findings);
  }
  const check = table.native === 1 ? checkNative : checkCustom;
  const context: Context = {
    findings,
    object,
    nodes: table.nodes,
    root: version.root ?? -1,
    metadata: schemas.metadata,
    kind: object.kind,
    // Of a kind that is new itself, nothing else is said to be new.
    release: isServed(version, istioRelease) || hasVersionIn(found.kind, istioRelease) ? istioRelease : undefined,
    fits: (value, index, nodes) => fits(context, trial => (nodes === table.nodes ? check : checkNative)(trial, value, index, nodes)),
  };
  checkMetadata(context, own(object, 'metadata'), table.native === 1 ? nameRuleOf(object.kind) : subdomain);
  if (version.root !== undefined && !addOtherSpec(object, found, options, findings)) {
    check(context, object, version.root);
    checkRules(context);
    checkRulesInCode(object, table, findings);
  }
}

function checkRulesInCode(object: Readonly<Record<string, unknown>> & TypeMeta, { native }: SchemaTable, findings: Findings): void {
  if (native === 1 && !findings.haveSome(UNDECODED)) {
    checkNativeRules(object, object.kind, findings);
  }
}

/** Of an object that it cannot decode the API server says nothing else, and what seems to be missing may stand there under a wrong name. */
const UNDECODED: ReadonlySet<ViolationKind> = new Set(['unknown-field', 'type', 'bounds']);

function checkNative(context: Context, value: unknown, index: NodeIndex, nodes = context.nodes): void {
  new NativeCheck(context, nodes).check(value, index);
}

function checkCustom(context: Context, value: unknown, index: NodeIndex): void {
  const decoded = new CustomDecoding(context).decode(value, index);
  new StructureCheck(context).check(decoded, index);
}
