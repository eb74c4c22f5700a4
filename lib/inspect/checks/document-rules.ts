import type { DocumentProblemKind } from '../model/document-problem';
import type { Rule } from './rule';

/** What can keep a document from being read: the family `YAML`. Reading finds these, no check. */
export const documentRules = {
  'syntax': {
    code: 'YAML001',
    slug: 'syntax',
    severity: 'error',
    summary: 'The document is not YAML that Kubernetes can read.',
    aliases: ['MESH029'],
  },
  'duplicate-key': {
    code: 'YAML002',
    slug: 'duplicate-key',
    severity: 'error',
    summary: 'A mapping has a duplicate key, so one of the two values is lost.',
    aliases: ['MESH029'],
  },
  'unbounded': {
    code: 'YAML003',
    slug: 'unbounded',
    severity: 'error',
    summary: 'The document or an object is too large or nested too deeply, or its aliases expand too far.',
    aliases: [],
  },
  'not-an-object': {
    code: 'YAML004',
    slug: 'not-an-object',
    severity: 'error',
    summary: 'A list or a single value is in place of an object, or an object has no kind.',
    aliases: ['MESH029'],
  },
} as const satisfies Readonly<Record<DocumentProblemKind, Rule>>;
