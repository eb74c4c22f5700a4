import { Chart } from 'cdk8s';
import { GLOBAL_BINDINGS } from './bindings';
import { Code, create, literal, mapping, name, plain } from './code/code';
import { runCode } from './code/run-code';
import type { DesiredObject } from './desired-object';
import { Unwritable } from './desired-object';
import { difference } from './difference';
import { constructFor, versionsFor } from './known-constructs';
import { fieldsCode, Misfit } from './typed-code';

/** One object as the construct that renders it, and only it. */
export interface GeneratedStatement {
  readonly code: Code;
  /** The class: `networking.VirtualService`, or `ApiObject`. */
  readonly construct: string;
  /** Why it is no generated construct. */
  readonly reason?: string;
}

/**
 * The construct that renders an object, proven by rendering: the generated one of its kind, or `ApiObject`, which takes anything.
 *
 * @param chart an empty chart of the namespace
 * @throws Unwritable when neither renders the object as it is
 */
export function generatedStatement(object: DesiredObject, id: string, chart: Chart): GeneratedStatement {
  const generated = attempt(() => generatedCode(object, id), object, chart);
  if (typeof generated !== 'string') {
    return generated;
  }
  const free = attempt(() => freeCode(object, id), object, chart);
  if (typeof free === 'string') {
    throw new Unwritable(`cdk8s does not render it unchanged: ${free}`);
  }
  return { ...free, reason: generated };
}

/** A statement that renders the object; else why it does not. */
function attempt(make: () => { readonly code: Code; readonly construct: string }, object: DesiredObject, chart: Chart): GeneratedStatement | string {
  try {
    const made = make();
    const construct = runCode(made.code, new Map([...GLOBAL_BINDINGS, ['this', chart]])) as { toJson(): unknown };
    return difference(object.value, construct.toJson()) ?? made;
  } catch (error) {
    // cdk8s says it behind the path of the construct.
    return (error as Error).message.split('Error: ').pop()!;
  } finally {
    chart.node.children.forEach(child => chart.node.tryRemoveChild(child.node.id));
  }
}

function generatedCode({ value, name: { apiVersion, kind } }: DesiredObject, id: string): { readonly code: Code; readonly construct: string } {
  const found = constructFor(apiVersion, kind);
  if (found === undefined) {
    throw new Misfit(`there is no construct for ${kind} of ${apiVersion}${otherVersions(apiVersion, kind)}`);
  }
  const { file, name: className } = found;
  const { apiVersion: _, kind: __, ...fields } = value;
  const construct = `${file.alias}.${className}`;
  return { construct, code: statement(construct, id, fieldsCode(withoutNamespace(fields), `${className}Props`, { file, path: '' })) };
}

/** Who writes another version of the kind gets a construct for it. */
function otherVersions(apiVersion: string, kind: string): string {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.lastIndexOf('/')) : undefined;
  const known = group === undefined ? [] : versionsFor(group, kind);
  return known.length === 0 ? '' : `, only for ${known.join(' and ')}: use that version if its fields are the same, and import again`;
}

function freeCode({ value }: DesiredObject, id: string): { readonly code: Code; readonly construct: string } {
  const fields = Object.entries(withoutNamespace(value)).map(([key, field]) => [key, plain(field)] as const);
  return { construct: 'ApiObject', code: statement('ApiObject', id, fields) };
}

function statement(construct: string, id: string, fields: ReadonlyArray<readonly [string, Code]>): Code {
  return create(construct, name('this'), literal(id), mapping(fields));
}

/** The chart says it. */
function withoutNamespace({ metadata, ...fields }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { namespace: _, ...rest } = metadata as Record<string, unknown>;
  return { metadata: rest, ...fields };
}
