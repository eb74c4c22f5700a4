import { answered, oncePer } from '../../once-per';
import { VersionEntry } from '../node';
import { own } from '../own';
import { KnownKind, SchemaStore } from '../schema-store';
import { apiVersionOf, isVersion, likeliest, versionsOf } from './api-versions';
import { Findings } from './findings';
import { addUnknownKind } from './unknown-kind';
import { didYouMean, names } from './wording';

/** The kind that an object names, in the version that it names. */
export interface FoundSchema {
  readonly kind: KnownKind;
  readonly version: VersionEntry;
}

/** What an object says that it is. */
export interface TypeMeta {
  readonly apiVersion: string;
  readonly kind: string;
}

/** What is asked of the schemas. */
export interface SchemaSource {
  readonly schemas: SchemaStore;
  /** the Istio release that the object is meant for; undefined to take whatever any release knows */
  readonly istioRelease?: string;
}

/**
 * Looks up what an object says that it is. A kind or version of which it is certain that no API server has it is a finding; nothing is
 * found, in silence, where one may have it: in a group that nobody knows, and in one of which we do not know all kinds.
 */
export function findSchema(typeMeta: TypeMeta, source: SchemaSource, findings: Findings): FoundSchema | undefined {
  const found = lookUp(typeMeta, source.schemas);
  if (found === undefined) {
    addNotFound(typeMeta, source, findings);
  }
  return found;
}

type Answers = Map<string, FoundSchema | undefined>;

/** What was looked up, by apiVersion and kind: many objects are of few kinds. */
const answersOf = oncePer((_: SchemaStore) => new Map<string, Answers>());

function lookUp({ apiVersion, kind }: TypeMeta, schemas: SchemaStore): FoundSchema | undefined {
  const answers = answered(answersOf(schemas), apiVersion, (): Answers => new Map());
  return answered(answers, kind, () => {
    const { group, version, form } = partsOf(apiVersion);
    const known = form === 'right' ? schemas.kind(group, kind) : undefined;
    const entry = own(known?.versions, version);
    return known === undefined || entry === undefined ? undefined : { kind: known, version: entry };
  });
}

interface Parts {
  readonly group: string;
  readonly version: string;
  readonly form: 'right' | 'too long' | 'without version';
}

/** The group, empty for the core group, and the version. */
export function partsOf(apiVersion: string): Parts {
  const [version, group = '', ...rest] = apiVersion.split('/').reverse();
  const isComplete = group !== '' || isVersion(version);
  return { group, version, form: rest.length > 0 ? 'too long' : isComplete ? 'right' : 'without version' };
}

function addNotFound({ apiVersion, kind }: TypeMeta, source: SchemaSource, findings: Findings): void {
  const { group, version, form } = partsOf(apiVersion);
  const known = source.schemas.kind(group, kind);
  if (form === 'too long') {
    findings.add({ kind: 'format', message: `invalid apiVersion ${JSON.stringify(apiVersion)}`, expected: 'group/version' }, 'apiVersion');
  } else if (form === 'without version') {
    addWithoutVersion(apiVersion, kind, source, findings);
  } else if (known === undefined) {
    addUnknownKind({ group, version, kind, release: source.istioRelease }, source.schemas, findings);
  } else if (known.more !== 1) {
    findings.add({
      kind: 'unknown-version',
      message: `${kind} has no version ${apiVersion}`,
      expected: names(versionsOf(known).map(name => apiVersionOf(group, name))),
      repair: rightVersion(known, group, version, source.istioRelease),
    }, 'apiVersion');
  }
}

/** The core group has a short name, the version alone, and no other group may be written so. */
function addWithoutVersion(group: string, kind: string, { schemas, istioRelease }: SchemaSource, findings: Findings): void {
  const known = schemas.kind(group, kind);
  findings.add({
    kind: 'unknown-version',
    message: `apiVersion ${JSON.stringify(group)} has no version`,
    expected: 'group/version',
    repair: known === undefined ? undefined : rightVersion(known, group, '', istioRelease),
  }, 'apiVersion');
}

function rightVersion(known: KnownKind, group: string, written: string, release: string | undefined): string | undefined {
  const version = likeliest(versionsOf(known, release), written);
  return version === undefined ? undefined : didYouMean([apiVersionOf(group, version)]);
}
