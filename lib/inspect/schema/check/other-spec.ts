import { isObject } from '../../is-object';
import { listed } from '../../listed';
import { SchemaNode, VersionEntry } from '../node';
import { own } from '../own';
import { KnownKind, SchemaStore } from '../schema-store';
import { apiVersionOf, likeliest, versionsOf } from './api-versions';
import { FoundSchema, partsOf, SchemaSource, TypeMeta } from './find-schema';
import { Findings } from './findings';
import { groupName, names } from './wording';

type Typed = Readonly<Record<string, unknown>> & TypeMeta;

/**
 * Says that the spec of an object is that of a kind of the same name in another group, such as the two Gateways: not one field of it belongs
 * to the group that is named, and all belong to the other. All else that could be said of the spec follows from that.
 */
export function addOtherSpec(object: Typed, found: FoundSchema, source: SchemaSource, findings: Findings): boolean {
  const spec = own(object, 'spec');
  const fields = isObject(spec) ? Object.keys(spec) : [];
  const known = specOf(found.kind, found.version);
  if (fields.length === 0 || known === undefined || fields.some(field => mayHave(known, field))) {
    return false;
  }
  const { group, version } = partsOf(object.apiVersion);
  const meant = homes(object.kind, group, source.schemas).flatMap(home => apiVersionsWith(home, fields, { ...source, kind: object.kind, version }));
  if (meant.length > 0) {
    findings.add({
      kind: 'unknown-field',
      message: `${listed(fields)} ${fields.length === 1 ? 'is a field' : 'are fields'} of the ${object.kind} of ${names(meant.map(one => groupName(partsOf(one).group)))}, not of ${groupName(group)}`,
      repair: `write apiVersion: ${meant.join(' or ')} if that is what you meant`,
    }, 'apiVersion');
  }
  return meant.length > 0;
}

/** What was written, and what is asked of it. */
interface Written extends SchemaSource {
  readonly kind: string;
  readonly version: string;
}

/** The other groups that have a kind of this name. */
function homes(kind: string, group: string, schemas: SchemaStore): readonly string[] {
  return schemas.groups.filter(other => other !== group && schemas.kindsOf(other).includes(kind));
}

function apiVersionsWith(group: string, fields: readonly string[], { kind, version: written, schemas, istioRelease }: Written): readonly string[] {
  const known = schemas.kind(group, kind);
  const version = known === undefined ? undefined : likeliest(versionsOf(known, istioRelease), written);
  if (known === undefined || version === undefined) {
    return [];
  }
  const spec = specOf(known, known.versions[version]);
  return fields.every(field => own(spec?.p, field) !== undefined) ? [apiVersionOf(group, version)] : [];
}

function specOf({ table: { nodes } }: KnownKind, { root }: VersionEntry): SchemaNode | undefined {
  const spec = root === undefined ? undefined : own(nodes[root].p, 'spec');
  return spec === undefined ? undefined : nodes[spec];
}

function mayHave({ p, a, k }: SchemaNode, field: string): boolean {
  return k === 1 || a !== undefined || own(p, field) !== undefined;
}
