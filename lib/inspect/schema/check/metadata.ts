import { isObject } from '../../is-object';
import { NameRule, pathSegment } from '../syntax/names';
import { Context } from './context';
import { checkLabelsAndAnnotations, checkNames, checkReferences } from './metadata-rules';
import { NativeCheck } from './native-check';
import { nameOf, shown } from './wording';

/** Holds the metadata of a whole object against ObjectMeta and the rules of every API server. */
export function checkMetadata(context: Context, metadata: unknown, rule: NameRule): void {
  const { findings } = context;
  const before = findings.size;
  findings.path.push('metadata');
  new NativeCheck(context, context.metadata.nodes).check(metadata, context.metadata.root);
  if (findings.size === before) {
    const fields = isObject(metadata) ? metadata : {};
    checkNames(fields, rule, findings);
    checkLabelsAndAnnotations(fields, findings);
    checkReferences(fields, findings);
  }
  findings.path.pop();
}

/** Holds an object that stands within another against what the API server demands of it, when its schema calls it an embedded resource. */
export function checkEmbedded(context: Context, object: Readonly<Record<string, unknown>>): void {
  const { findings } = context;
  for (const key of ['apiVersion', 'kind']) {
    const value = object[key];
    if (typeof value !== 'string' || value === '') {
      findings.block();
      const message = value === undefined ? `${key} is missing` : `${key} of ${nameOf(findings.path)} must be a non-empty string, not ${shown(value)}`;
      findings.add({ kind: value === undefined ? 'required' : 'type', message, expected: 'a string' }, key);
    }
  }
  if (Object.hasOwn(object, 'metadata')) {
    // An embedded object may be without a name: it may be a template.
    const metadata = isObject(object.metadata) && object.metadata.name === undefined ? { name: 'unnamed', ...object.metadata } : object.metadata;
    checkMetadata(context, metadata ?? { name: 'unnamed' }, pathSegment);
  }
}
