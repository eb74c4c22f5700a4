import type { ViolationKind } from '../schema/violation';
import type { Rule } from './rule';

const format: Rule = {
  code: 'CRD006',
  slug: 'format',
  severity: 'error',
  summary: 'A text does not have the form that its field asks for.',
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
    summary: 'The kind has no such field: a strict client refuses it, any other loses it without a word.',
    aliases: ['MESH001'],
  },
  'type': {
    code: 'CRD002',
    slug: 'type',
    severity: 'error',
    summary: 'A value has another type than its field.',
    aliases: [],
  },
  'required': {
    code: 'CRD003',
    slug: 'required',
    severity: 'error',
    summary: 'A field that has to be there is missing.',
    aliases: [],
  },
  'enum': {
    code: 'CRD004',
    slug: 'enum',
    severity: 'error',
    summary: 'A value is none of those that its field can have.',
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
    summary: 'Fields stand together that exclude each other, or none of several stands there.',
    aliases: [],
  },
  'duplicate': {
    code: 'CRD008',
    slug: 'duplicate-item',
    severity: 'error',
    summary: 'An item stands twice in a list whose items differ.',
    aliases: [],
  },
  'cel': {
    code: 'CRD009',
    slug: 'cel-rule',
    severity: 'error',
    summary: 'The object breaks a rule that its definition states as an expression.',
    aliases: [],
  },
  'unknown-kind': unknownVersion,
  'unknown-version': unknownVersion,
  'newer-field': {
    code: 'CRD011',
    slug: 'newer-field',
    severity: 'error',
    summary: 'The field came with a later release of Istio than the one that the object is meant for.',
    aliases: ['MESH001'],
  },
  'name': {
    code: 'CRD012',
    slug: 'name',
    severity: 'error',
    summary: 'The API server does not take the name.',
    aliases: [],
  },
  'mismatch': {
    code: 'CRD013',
    slug: 'mismatch',
    severity: 'error',
    summary: 'Two fields of a built-in kind do not go together.',
    aliases: [],
  },
} as const satisfies Readonly<Record<ViolationKind, Rule>>;
