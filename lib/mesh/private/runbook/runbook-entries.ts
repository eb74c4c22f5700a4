import { IConstruct } from 'constructs';

/** What entries of a runbook have in common. */
export interface RunbookTopic {
  readonly title: string;
  /** in Markdown; said once, above all entries */
  readonly text: string;
}

/** What one construct has to say to those who run it. */
export interface RunbookEntry {
  readonly topic: RunbookTopic;
  readonly title: string;
  /** in Markdown; asked for when the page is written, since more may be said until then; undefined: nothing was said that it is about */
  readonly text: () => string | undefined;
  /** a topic of which a runbook that has it needs no such entry */
  readonly standsInFor?: RunbookTopic;
  /** the project that its commands install, which the page of prerequisites shows them for; absent: none */
  readonly installs?: string;
}

export function addRunbookEntry(owner: IConstruct & { [ENTRIES]?: RunbookEntry[] }, entry: RunbookEntry): void {
  (owner[ENTRIES] ??= []).push(entry);
}

/** The entries of one construct. */
export function runbookEntriesOf(owner: IConstruct & { [ENTRIES]?: RunbookEntry[] }): readonly RunbookEntry[] {
  return owner[ENTRIES] ?? [];
}

/** They stand on the construct itself, so that two copies of this package in one program agree. */
const ENTRIES = Symbol.for('cdk8s-mesh.RunbookEntries');
