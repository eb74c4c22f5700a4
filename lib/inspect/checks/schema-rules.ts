import type { ViolationKind } from '../schema/violation';
import type { Rule } from './rule';

const format: Rule = {
  code: 'CRD006',
  slug: 'format',
  severity: 'error',
  summary: 'A value does not have the format that its field requires.',
  aliases: [],
};

const unknownVersion: Rule = {
  code: 'CRD010',
  slug: 'unknown-version',
  severity: 'error',
  summary: 'The API server does not know the kind, or does not serve this version of it.',
  aliases: [],
};

/** What the API server refuses or drops: the family `CRD`. */
export const schemaRules = {
  'unknown-field': {
    code: 'CRD001',
    slug: 'unknown-field',
    severity: 'error',
    summary: 'The kind has no such field: strict clients reject it, all others drop it silently.',
    aliases: ['MESH001'],
  },
  'type': {
    code: 'CRD002',
    slug: 'type',
    severity: 'error',
    summary: 'A value does not have the type of its field.',
    aliases: [],
  },
  'required': {
    code: 'CRD003',
    slug: 'required',
    severity: 'error',
    summary: 'A required field is missing.',
    aliases: [],
  },
  'enum': {
    code: 'CRD004',
    slug: 'enum',
    severity: 'error',
    summary: 'A value is not one of those that its field allows.',
    aliases: [],
  },
  'bounds': {
    code: 'CRD005',
    slug: 'bounds',
    severity: 'error',
    summary: 'A number is too small or too large, or there are too few or too many of something.',
    aliases: [],
  },
  'pattern': format,
  format,
  'one-of': {
    code: 'CRD007',
    slug: 'one-of',
    severity: 'error',
    summary: 'Mutually exclusive fields are set together, or none of several alternatives is set.',
    aliases: [],
  },
  'duplicate': {
    code: 'CRD008',
    slug: 'duplicate-item',
    severity: 'error',
    summary: 'A list whose items must be unique has a duplicate.',
    aliases: [],
  },
  'cel': {
    code: 'CRD009',
    slug: 'cel-rule',
    severity: 'error',
    summary: 'The object violates a validation rule of its definition, such as a CEL expression of its CRD.',
    aliases: [],
  },
  'unknown-kind': unknownVersion,
  'unknown-version': unknownVersion,
  'newer-field': {
    code: 'CRD011',
    slug: 'newer-field',
    severity: 'error',
    summary: 'The field was added in a later release of Istio than the one the object is meant for.',
    aliases: ['MESH001'],
  },
  'name': {
    code: 'CRD012',
    slug: 'name',
    severity: 'error',
    summary: 'The API server rejects the name.',
    aliases: [],
  },
  'mismatch': {
    code: 'CRD013',
    slug: 'mismatch',
    severity: 'error',
    summary: 'Two fields of a built-in kind contradict each other.',
    aliases: [],
  },
} as const satisfies Readonly<Record<ViolationKind, Rule>>;
